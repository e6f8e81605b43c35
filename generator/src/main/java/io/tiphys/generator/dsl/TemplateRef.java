package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.List;
import java.util.Optional;

/** A template of another manifest: {@code templateRef}. Its parameters are checked if its class is known. Immutable. */
public final class TemplateRef extends Callable {
    private final String manifest;
    private final String template;
    private final boolean clusterScope;
    private final Optional<Template> known;

    private TemplateRef(String manifest, String template, boolean clusterScope, Optional<Template> known) {
        this.manifest = manifest;
        this.template = template;
        this.clusterScope = clusterScope;
        this.known = known;
    }

    static TemplateRef of(String manifest, String template) {
        return new TemplateRef(
                Fields.given("manifest", manifest), Fields.given("template", template), false, Optional.empty());
    }

    static TemplateRef of(WorkflowManifest manifest, Template template) {
        Fields.given("manifest", manifest);
        String name = Fields.given("template", template).name();
        if (manifest.kind() == WorkflowKind.WORKFLOW) {
            throw new IllegalArgumentException(
                    "\"" + manifest.name()
                            + "\" is a Workflow; only templates of a WorkflowTemplate or ClusterWorkflowTemplate can be referred to");
        }
        List<String> names = Collected.of(manifest.parts()).templates().stream()
                .map(Template::name)
                .toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "\"" + manifest.name() + "\" has no template \"" + name + "\"; it has " + names);
        }
        return new TemplateRef(
                manifest.name(),
                name,
                manifest.kind() == WorkflowKind.CLUSTER_WORKFLOW_TEMPLATE,
                Optional.of(template));
    }

    /** Of a ClusterWorkflowTemplate instead of a WorkflowTemplate. */
    public TemplateRef clusterScope() {
        return new TemplateRef(manifest, template, true, known);
    }

    Optional<Template> known() {
        return known;
    }

    String label() {
        return manifest + "/" + template;
    }

    Slot slot(Optional<JavaLine> line) {
        Fields fields = Fields.NONE.put("name", Texts.text(manifest, line)).put("template", Texts.text(template, line));
        if (clusterScope) {
            fields = fields.put("clusterScope", new Slot(new Slot.Json(BooleanNode.TRUE), line));
        }
        return new Slot(new Slot.Plain(fields), line);
    }

    @Override
    Call call() {
        return Call.of(this);
    }
}
