package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workflow spec of one object, and the questions that rules ask of it. Immutable. */
public final class Spec {
    private final Manifest manifest;
    private final Registry registry;
    private final Node node;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Template> byName = new LinkedHashMap<>();

    Spec(Manifest manifest, Registry registry) {
        this.manifest = manifest;
        this.registry = registry;
        this.node = new Node(
                manifest.specPointer(), StepJson.decoded(manifest.json().at(manifest.specPointer())));
        for (Node template : node.items("templates")) {
            add(new Template(template, List.of()));
        }
        templates.forEach(template -> byName.putIfAbsent(template.name(), template));
        byName.remove("");
    }

    private void add(Template template) {
        templates.add(template);
        for (Call call : template.calls()) {
            Node inline = call.node().get("inline");
            if (inline.json().isObject()) {
                List<Template> parents = new ArrayList<>(template.parents());
                parents.add(template);
                add(new Template(inline, parents));
            }
        }
    }

    /** The object it belongs to. */
    public Manifest manifest() {
        return manifest;
    }

    /** The stored templates it can refer to. */
    public Registry registry() {
        return registry;
    }

    /** The namespace of the object, or empty. */
    public String namespace() {
        return manifest.namespace();
    }

    /** The spec itself. */
    public Node node() {
        return node;
    }

    /** The whole object. */
    public Node root() {
        return new Node(JsonPointer.empty(), manifest.json());
    }

    /** Whether it is a stored template, whose callers bring parameters, volumes and the entrypoint. */
    public boolean isStored() {
        return manifest.kind().endsWith("WorkflowTemplate");
    }

    /** All templates, those written in place behind the one they stand in. */
    public List<Template> templates() {
        return List.copyOf(templates);
    }

    /** The named templates; of equals the first. */
    public Map<String, Template> named() {
        return byName;
    }

    /** Value of a field of the spec, or else of the stored template that the whole workflow refers to. */
    public Node inherited(String field) {
        return node.has(field)
                ? node.get(field)
                : base().map(spec -> spec.node().get(field)).orElse(node.get(field));
    }

    /** The stored template that the workflow runs as a whole. */
    public Optional<Spec> base() {
        Node reference = node.get("workflowTemplateRef");
        return reference.has("name")
                ? registry.find(reference.json().path("clusterScope").asBoolean(), namespace(), reference.text("name"))
                : Optional.empty();
    }

    /** A text with values in the place of tags, where they are known: parameters of the workflow, and expressions over them. */
    public String filledIn(String text) {
        return TagText.hasTags(text) ? TagText.parse(text).replace(new KnownValues(this)::of) : text;
    }

    /** The template of a name, here or in the stored template that the workflow runs as a whole. */
    public Target template(String written, JsonPointer at) {
        String name = filledIn(written);
        if (TagText.parse(name).tags().stream().anyMatch(tag -> !isGlobal(tag))) {
            return new Target.Unknown();
        }
        Template own = byName.get(name);
        if (own != null) {
            return new Target.Found(this, own);
        }
        if (node.has("workflowTemplateRef")) {
            return base().map(spec -> spec.template(name, at)).orElse(new Target.Unknown());
        }
        return new Target.Missing(at, Target.Problem.TEMPLATE, name);
    }

    /** Values of the workflow are filled in before a template is looked up. */
    private static boolean isGlobal(Tag tag) {
        return tag.name().startsWith("workflow.") && !tag.name().startsWith("workflow.parameters.");
    }

    /** What a call leads to. */
    public Target target(Call call) {
        Node place = call.node();
        Node inline = place.get("inline");
        if (inline.json().isObject()) {
            return templates.stream()
                    .filter(template -> template.node().at().equals(inline.at()))
                    .findFirst()
                    .<Target>map(template -> new Target.Found(this, template))
                    .orElse(new Target.Unknown());
        }
        if (place.has("templateRef")) {
            return reference(place.get("templateRef"));
        }
        return place.hasContent("template")
                ? template(place.text("template"), place.get("template").at())
                : new Target.Unknown();
    }

    private Target reference(Node reference) {
        String name = reference.text("name");
        String template = reference.text("template");
        if (name.isEmpty() || template.isEmpty() || name.contains("{{") || template.contains("{{")) {
            return new Target.Unknown();
        }
        boolean clusterScope = reference.json().path("clusterScope").asBoolean();
        Optional<Spec> spec = registry.find(clusterScope, namespace(), name);
        if (spec.isEmpty()) {
            return new Target.Missing(reference.get("name").at(), Target.Problem.OBJECT, name);
        }
        Template found = spec.get().named().get(template);
        return found == null
                ? new Target.Missing(reference.get("template").at(), Target.Problem.TEMPLATE_IN_OBJECT, template)
                : new Target.Found(spec.get(), found);
    }
}
