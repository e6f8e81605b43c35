package io.tiphys.verifier.lint.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a template does; its field in the template. */
public enum TemplateType {
    CONTAINER("container"),
    CONTAINER_SET("containerSet"),
    STEPS("steps"),
    SCRIPT("script"),
    RESOURCE("resource"),
    DAG("dag"),
    SUSPEND("suspend"),
    DATA("data"),
    HTTP("http"),
    PLUGIN("plugin");

    private final String field;

    TemplateType(String field) {
        this.field = field;
    }

    /** The field of a template that holds it. */
    public String field() {
        return field;
    }

    /** Whether it runs no pod of its own but calls other templates. */
    public boolean isGraph() {
        return this == STEPS || this == DAG;
    }

    /** Whether it makes a pod. */
    public boolean isPod() {
        return switch (this) {
            case CONTAINER, CONTAINER_SET, SCRIPT, RESOURCE, DATA -> true;
            default -> false;
        };
    }

    /** Whether the pod runs containers of the user's. */
    public boolean hasContainers() {
        return this == CONTAINER || this == CONTAINER_SET || this == SCRIPT;
    }

    /** All that a template has; a right one has one. */
    public static List<TemplateType> in(Node template) {
        List<TemplateType> types = new ArrayList<>();
        for (TemplateType type : values()) {
            if (template.has(type.field)) {
                types.add(type);
            }
        }
        return types;
    }

    /** The one that a template has; nothing where it has none or several. */
    public static Optional<TemplateType> of(Node template) {
        List<TemplateType> types = in(template);
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }
}
