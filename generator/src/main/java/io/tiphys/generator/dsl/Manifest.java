package io.tiphys.generator.dsl;

import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One object to publish. Immutable. */
public final class Manifest {
    private final Site site;
    private final Fields metadata;
    private final Fields labels;
    private final Fields annotations;
    private final List<Template> templates;
    private final Optional<Slot> entrypoint;
    private final UnaryOperator<WorkflowSpec> change;

    private Manifest(
            Site site,
            Fields metadata,
            Fields labels,
            Fields annotations,
            List<Template> templates,
            Optional<Slot> entrypoint,
            UnaryOperator<WorkflowSpec> change) {
        this.site = site;
        this.metadata = metadata;
        this.labels = labels;
        this.annotations = annotations;
        this.templates = List.copyOf(templates);
        this.entrypoint = entrypoint;
        this.change = change;
    }

    static Manifest clusterWorkflowTemplate(Site site, String name) {
        return new Manifest(
                site,
                Fields.NONE.set("name", name),
                site.labels(),
                site.annotations(),
                List.of(),
                Optional.empty(),
                spec -> spec);
    }

    /** The name shown in lists. */
    public Manifest title(String title) {
        return annotation("workflows.argoproj.io/title", title);
    }

    /** What it does, for whoever chooses a template; Markdown is allowed. */
    public Manifest description(String text) {
        return annotation("workflows.argoproj.io/description", text);
    }

    /** A label of the object. */
    public Manifest label(String key, String value) {
        return new Manifest(site, metadata, labels.set(key, value), annotations, templates, entrypoint, change);
    }

    /** An annotation of the object. */
    public Manifest annotation(String key, String value) {
        return new Manifest(site, metadata, labels, annotations.set(key, value), templates, entrypoint, change);
    }

    /** The template that runs first; it becomes one of the manifest's templates. */
    public Manifest entrypoint(Template template) {
        return new Manifest(
                site, metadata, labels, annotations, plus(template), Optional.of(Slot.of(template.name())), change);
    }

    /** A further template. */
    public Manifest template(Template template) {
        return new Manifest(site, metadata, labels, annotations, plus(template), entrypoint, change);
    }

    /** Changes the typed model of the spec, for what the language has no word for. */
    public Manifest spec(UnaryOperator<WorkflowSpec> more) {
        UnaryOperator<WorkflowSpec> before = change;
        return new Manifest(
                site, metadata, labels, annotations, templates, entrypoint, spec -> more.apply(before.apply(spec)));
    }

    private List<Template> plus(Template template) {
        List<Template> more = new ArrayList<>(templates);
        more.add(template);
        return more;
    }

    /** The object of the typed model that this becomes. */
    public ApiObject<?> toModel() {
        Fields meta = metadata;
        Fields notes = ParameterAnnotations.add(annotations, site.annotationPrefix(), templates);
        meta = labels.slots().isEmpty() ? meta : meta.put("labels", plain(labels));
        meta = notes.slots().isEmpty() ? meta : meta.put("annotations", plain(notes));
        return ClusterWorkflowTemplate.of()
                .with("metadata", plain(meta))
                .with("spec", new Slot(new Slot.Typed(change.apply(spec())), origin()));
    }

    /** What is wrong with the definition itself and can be known without the rendered file. */
    public List<Finding> findings() {
        return ManifestCheck.check(this);
    }

    private WorkflowSpec spec() {
        WorkflowSpec spec = WorkflowSpec.of();
        if (entrypoint.isPresent()) {
            spec = spec.with("entrypoint", entrypoint.get());
        }
        References references = References.NONE;
        List<Slot> claims = new ArrayList<>();
        List<Slot> models = new ArrayList<>();
        for (Template template : templates) {
            references = references.with(template.references());
            for (Mount mount : template.mounts()) {
                Slot claim = mount.declaration();
                if (mount.isClaim() && claims.stream().noneMatch(other -> sameContent(other, claim))) {
                    claims.add(claim);
                }
            }
            io.tiphys.model.argo.Template model = template.at(site).toModel();
            models.add(
                    new Slot(new Slot.Typed(model), model.fields().get("name").flatMap(Slot::origin)));
        }
        List<Slot> parameters =
                references.parameters().stream().map(WorkflowParameter::slot).toList();
        if (!parameters.isEmpty()) {
            spec = spec.with("arguments", plain(Fields.NONE.put("parameters", list(parameters))));
        }
        if (!site.podSecurity().slots().isEmpty()) {
            spec = spec.with("securityContext", plain(site.podSecurity()));
        }
        if (!claims.isEmpty()) {
            spec = spec.with("volumeClaimTemplates", list(claims));
        }
        return models.isEmpty() ? spec : spec.with("templates", list(models));
    }

    private static boolean sameContent(Slot one, Slot other) {
        return Rendering.json(one).equals(Rendering.json(other));
    }

    private static Slot plain(Fields fields) {
        return new Slot(new Slot.Plain(fields), Optional.empty());
    }

    private static Slot list(List<Slot> items) {
        return new Slot(new Slot.Items(items), Optional.empty());
    }

    Optional<io.tiphys.model.finding.JavaLine> origin() {
        return metadata.get("name").flatMap(Slot::origin);
    }

    Fields metadata() {
        return metadata;
    }

    List<Template> templates() {
        return templates;
    }
}
