package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;

/** What a template does, as far as {@code argo lint} tells kinds apart: the first of these fields that is there. */
enum Kind {
    CONTAINER("container", true, true),
    CONTAINER_SET("containerSet", true, true),
    STEPS("steps", false, false),
    DAG("dag", false, false),
    SCRIPT("script", true, true),
    RESOURCE("resource", true, true),
    DATA("data", true, true),
    SUSPEND("suspend", false, false),
    HTTP("http", true, false),
    PLUGIN("plugin", true, false),
    UNKNOWN("", false, false);

    private final String field;
    private final boolean leaf;
    private final boolean pod;

    Kind(String field, boolean leaf, boolean pod) {
        this.field = field;
        this.leaf = leaf;
        this.pod = pod;
    }

    static Kind of(JsonNode template) {
        for (Kind kind : values()) {
            if (Fields.has(template, kind.field)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The same after encoding and decoding, which drops an empty list of steps. */
    static Kind encoded(JsonNode template) {
        Kind kind = of(template);
        return kind == STEPS && template.path("steps").isEmpty() ? UNKNOWN : kind;
    }

    /** How many kinds a template has at once. */
    static long count(JsonNode template) {
        long count = 0;
        for (Kind kind : values()) {
            count += kind != UNKNOWN && Fields.has(template, kind.field) ? 1 : 0;
        }
        return count;
    }

    String field() {
        return field;
    }

    /** Whether it runs something itself; suspend does not. */
    boolean isLeaf() {
        return leaf;
    }

    /** Whether it makes a pod of its own. */
    boolean isPod() {
        return pod;
    }

    boolean isGraph() {
        return this == STEPS || this == DAG;
    }
}
