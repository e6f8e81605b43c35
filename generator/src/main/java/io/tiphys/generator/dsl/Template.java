package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.List;
import java.util.Optional;

/** One template of a workflow: a container, a script, a graph of others. Immutable. */
public abstract sealed class Template extends Callable permits TemplateWords, ModelTemplate {

    /** Its name, unique in its manifest. */
    public abstract String name();

    abstract Parts parts();

    /** The templates that it calls. */
    abstract List<Call> calls();

    /** What this kind of template has to say for itself. */
    abstract Fields body(Fields fields, Context context);

    @Override
    final Call call() {
        return Call.of(this);
    }

    /** The model, as one of a manifest's templates. */
    final io.tiphys.model.argo.Template toModel(Context context) {
        Parts parts = parts();
        Fields fields = declared(parts.fields(), parts.references(), context);
        fields = body(fields, context);
        Optional<Slot> patch = parts.resources().patch();
        if (patch.isPresent()) {
            fields = fields.put("podSpecPatch", patch.get());
        }
        List<Slot> volumes = parts.mounts().stream()
                .filter(mount -> !mount.isClaim() && mount.isInTemplate(context.volumesInSpec()))
                .map(Mount::declaration)
                .toList();
        if (!volumes.isEmpty()) {
            fields = fields.put("volumes", Texts.list(Unique.byContent(volumes)));
        }
        if (!parts.waivers().isEmpty()) {
            fields = Texts.nested(fields, "metadata", in -> Texts.nested(in, "annotations", parts.waivers()::in));
        }
        fields = tolerating(fields, parts.resources().gpu(), context.site());
        io.tiphys.model.argo.Template model = Models.of(io.tiphys.model.argo.Template.of(), fields);
        for (var change : parts.changes()) {
            model = Fields.given("the changed model", change.apply(model));
        }
        return model;
    }

    /** The model without a name, to stand where it is called. */
    final io.tiphys.model.argo.Template inlineModel(Context context) {
        Fields fields = toModel(context).fields();
        Fields nameless = Fields.NONE;
        for (var field : fields.slots().entrySet()) {
            nameless = field.getKey().equals("name") ? nameless : nameless.put(field.getKey(), field.getValue());
        }
        return Models.of(io.tiphys.model.argo.Template.of(), nameless);
    }

    private static Fields declared(Fields fields, References references, Context context) {
        Fields inputs =
                section(fields, "inputs", references, List.of(Role.INPUT_PARAMETER, Role.INPUT_ARTIFACT), context);
        return section(inputs, "outputs", references, List.of(Role.OUTPUT_PARAMETER, Role.OUTPUT_ARTIFACT), context);
    }

    private static Fields section(
            Fields fields, String section, References references, List<Role> roles, Context context) {
        Fields declared = Fields.NONE;
        for (Role role : roles) {
            List<Slot> slots = references.declarations(role, context.declared()).stream()
                    .map(Declaration::slot)
                    .toList();
            if (!slots.isEmpty()) {
                declared = declared.put(role == roles.get(0) ? "parameters" : "artifacts", Texts.list(slots));
            }
        }
        return declared.slots().isEmpty() ? fields : fields.put(section, Texts.plain(declared));
    }

    /** A GPU brings the tolerations of the site, unless the author gave others. */
    private static Fields tolerating(Fields fields, Optional<Slot> gpu, Site site) {
        if (gpu.isEmpty()
                || site.gpuTolerations().isEmpty()
                || fields.get("tolerations").isPresent()) {
            return fields;
        }
        List<Slot> tolerations = site.gpuTolerations().stream()
                .map(toleration ->
                        new Slot(new Slot.Plain(toleration), gpu.get().origin()))
                .toList();
        return fields.put(
                "tolerations", new Slot(new Slot.Items(tolerations), gpu.get().origin()));
    }
}
