package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the object of the typed model from what a manifest is made from. */
final class WorkflowRendering {
    private final WorkflowParts parts;
    private final Collected collected;
    private final Context context;

    WorkflowRendering(WorkflowParts parts) {
        this.parts = parts;
        this.collected = Collected.of(parts);
        this.context = new Context(parts.site(), parts.kind().ownsItsPods(), collected::find);
    }

    Rendering.Rendered render(UnaryOperator<Slot> around) {
        Fields metadata = parts.metadata();
        Fields notes =
                ParameterAnnotations.add(parts.annotations(), parts.site().annotationPrefix(), form());
        metadata = parts.labels().slots().isEmpty() ? metadata : metadata.put("labels", Texts.plain(parts.labels()));
        metadata = notes.slots().isEmpty() ? metadata : metadata.put("annotations", Texts.plain(notes));
        WorkflowSpec spec = Models.of(WorkflowSpec.of(), spec());
        for (var change : parts.changes()) {
            spec = Fields.given("the changed spec", change.apply(spec));
        }
        Slot workflow = new Slot(new Slot.Typed(spec), parts.origin());
        return Rendering.render(parts.kind().model(Texts.plain(metadata), around.apply(workflow)));
    }

    private List<References> references() {
        List<References> all = new ArrayList<>(List.of(parts.references()));
        collected.all().forEach(template -> all.add(template.parts().references()));
        return all;
    }

    private Fields spec() {
        Fields spec = parts.spec();
        if (parts.entry().isPresent() && parts.entry().get().target() instanceof Template entry) {
            spec = spec.put(
                    "entrypoint", Texts.text(entry.name(), parts.entry().get().line()));
        }
        Fields arguments = arguments();
        spec = arguments.slots().isEmpty() ? spec : spec.put("arguments", Texts.plain(arguments));
        for (WorkflowParts.Hook hook : parts.hooks()) {
            Slot slot = Texts.plain(hook.call().in(hook.before(), context, ""));
            spec = Texts.nested(spec, "hooks", in -> in.put(hook.name(), slot));
        }
        Fields security = parts.site().podSecurity();
        if (!security.slots().isEmpty() && spec.get("securityContext").isEmpty()) {
            spec = spec.put("securityContext", Texts.plain(security));
        }
        spec = list(spec, "volumes", volumes());
        spec = list(spec, "volumeClaimTemplates", claims());
        return list(spec, "templates", templates());
    }

    private static Fields list(Fields spec, String field, List<Slot> items) {
        return items.isEmpty() ? spec : spec.put(field, Texts.list(items));
    }

    /** The workflow's parameters that are used anywhere, and what the entrypoint is given. */
    private Fields arguments() {
        List<Slot> parameters = new ArrayList<>();
        workflowParameters().forEach(parameter -> parameters.add(parameter.slot()));
        List<Slot> artifacts = new ArrayList<>();
        for (Call.Argument argument : given()) {
            boolean isParameter = argument.given().role() == Role.INPUT_PARAMETER;
            (isParameter ? parameters : artifacts).add(argument.given().slot());
        }
        Fields arguments = list(Fields.NONE, "parameters", parameters);
        return list(arguments, "artifacts", artifacts);
    }

    private List<Call.Argument> given() {
        return parts.entry().map(Call::arguments).orElse(List.of());
    }

    /** Without those whose name the entrypoint is given. */
    private List<Declaration> workflowParameters() {
        References all = References.NONE;
        for (References some : references()) {
            all = all.with(some.withoutNodes());
        }
        Set<String> names = new HashSet<>();
        given().stream()
                .map(Call.Argument::given)
                .filter(given -> given.role() == Role.INPUT_PARAMETER)
                .forEach(given -> names.add(given.name()));
        return all.declarations(Role.WORKFLOW_PARAMETER, collected::find).stream()
                .filter(parameter -> names.add(parameter.name()))
                .toList();
    }

    /** What whoever submits can set: the parameters of the workflow, then the inputs of its entrypoint. */
    private List<Declaration> form() {
        Map<String, Declaration> form = new LinkedHashMap<>();
        workflowParameters().forEach(parameter -> form.putIfAbsent(parameter.name(), parameter));
        for (Call.Argument argument : given()) {
            if (argument.given().role() == Role.INPUT_PARAMETER) {
                Declaration given =
                        argument.input().type().map(argument.given()::typed).orElse(argument.given());
                form.putIfAbsent(given.name(), given);
            }
        }
        parts.entry()
                .filter(call -> call.target() instanceof Template)
                .map(call -> ((Template) call.target()).parts().references())
                .ifPresent(entry -> entry.declarations(Role.INPUT_PARAMETER, collected::find)
                        .forEach(input -> form.putIfAbsent(input.name(), input)));
        return List.copyOf(form.values());
    }

    private List<Slot> volumes() {
        List<Slot> volumes = new ArrayList<>();
        for (Template template : collected.all()) {
            for (Mount mount : template.parts().mounts()) {
                if (!mount.isClaim() && !mount.isInTemplate(context.volumesInSpec())) {
                    volumes.add(mount.declaration());
                }
            }
        }
        return Unique.byContent(volumes);
    }

    private List<Slot> claims() {
        List<Slot> claims = new ArrayList<>();
        for (Template template : collected.all()) {
            template.parts().mounts().stream()
                    .filter(Mount::isClaim)
                    .map(Mount::declaration)
                    .forEach(claims::add);
        }
        return Unique.byContent(claims);
    }

    /** One that is defined in the same way in two places stands once. */
    private List<Slot> templates() {
        List<Slot> slots = new ArrayList<>();
        for (Template template : collected.templates()) {
            io.tiphys.model.argo.Template model = template.toModel(context);
            Optional<JavaLine> line = model.fields().get("name").flatMap(Slot::origin);
            slots.add(new Slot(new Slot.Typed(model), line));
        }
        return Unique.byContent(slots);
    }
}
