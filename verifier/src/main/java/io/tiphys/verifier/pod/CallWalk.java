package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.expr.loop.Loop;
import io.tiphys.verifier.expr.loop.Sequence;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Follows the calls from the entrypoint and the exit handlers to every template that makes a pod. */
final class CallWalk {
    private static final int MAX_CALLS = 2000;
    private static final int MAX_ITEMS = 100;
    private static final Set<String> WITH_POD = Set.of("container", "script", "containerSet", "resource", "data");

    private final Workflow workflow;
    private final Lookup lookup;
    private final Globals globals;
    private final ConfigMaps configMaps;
    private final TemplateResolver resolver;
    private final Origins origins;
    private final Map<String, Workflow.Owner> stored = new TreeMap<>();
    private final Set<TemplateCall> pods = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<PodException> problems = new ArrayList<>();
    private boolean agent;
    private int calls;

    CallWalk(
            Workflow workflow,
            Lookup lookup,
            Globals globals,
            ConfigMaps configMaps,
            TemplateResolver resolver,
            Origins origins) {
        this.workflow = workflow;
        this.lookup = lookup;
        this.globals = globals;
        this.configMaps = configMaps;
        this.resolver = resolver;
        this.origins = origins;
    }

    /** Whom a step calls, with what. */
    private record Caller(
            Workflow.Owner owner,
            Optional<JsonNode> boundary,
            Inputs inputs,
            boolean onExit,
            boolean reached,
            Set<String> chain) {}

    List<TemplateCall> run() throws PodException {
        JsonNode spec = workflow.spec();
        Inputs none = new Inputs(Json.object(), Map.of(), globals, configMaps);
        Caller main = new Caller(workflow.owner(), Optional.empty(), none, false, true, Set.of());
        Caller exit = new Caller(workflow.owner(), Optional.empty(), none, true, true, Set.of());
        ObjectNode entry = Json.object();
        entry.set("template", spec.path("entrypoint"));
        entry.set("arguments", arguments());
        if (spec.path("entrypoint").isTextual()) {
            call(entry, main);
        }
        if (Json.isSet(spec.path("onExit"))) {
            ObjectNode handler = Json.object();
            handler.set("template", spec.path("onExit"));
            handler.set("arguments", spec.path("arguments"));
            call(handler, exit);
        }
        for (Map.Entry<String, JsonNode> hook : spec.path("hooks").properties()) {
            call(hook.getValue(), hook.getKey().equals("exit") ? exit : main);
        }
        Caller nobody = new Caller(workflow.owner(), Optional.empty(), none, false, false, Set.of());
        for (JsonNode template : workflow.owner().templates()) {
            if (!seen.contains(workflow.owner().scope() + "/" + Json.name(template))) {
                ObjectNode direct = Json.object();
                direct.set("template", template.path("name"));
                call(direct, nobody);
            }
        }
        return List.copyOf(pods);
    }

    List<PodException> problems() {
        return problems;
    }

    /** Whether a template was reached that the agent runs. */
    boolean needsAgent() {
        return agent;
    }

    /** The workflow's arguments, with the values that its parameters have in this run. */
    private JsonNode arguments() {
        JsonNode own = workflow.spec().path("arguments");
        if (!own.path("parameters").isArray()) {
            return own;
        }
        ObjectNode arguments = Json.copy(own);
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : own.path("parameters")) {
            Optional<String> value = globals.given("workflow.parameters." + Json.name(parameter));
            parameters.add(value.<JsonNode>map(text -> Json.copy(parameter).put("value", text))
                    .orElse(parameter));
        }
        arguments.set("parameters", Json.list(parameters));
        return arguments;
    }

    private void call(JsonNode step, Caller caller) {
        try {
            Target target = target(step, caller);
            if (target.definition() instanceof ObjectNode definition) {
                visit(step, definition, target, caller);
            }
        } catch (PodException e) {
            problems.add(e);
        }
    }

    private record Target(JsonNode definition, Workflow.Owner owner) {}

    private Target target(JsonNode step, Caller caller) throws PodException {
        if (step.path("inline").isObject()) {
            return new Target(step.path("inline"), caller.owner());
        }
        JsonNode reference = step.path("templateRef");
        Workflow.Owner owner = reference.isObject() ? owner(reference) : caller.owner();
        JsonNode name = reference.isObject() ? reference.path("template") : step.path("template");
        if (!Json.isSet(name)) {
            return new Target(Json.object().path("none"), owner);
        }
        Optional<JsonNode> definition = Json.named(owner.templates(), name.asText());
        if (definition.isEmpty() && !name.asText().contains("{{")) {
            throw new PodException(
                    PodRules.REFERENCE, name, "there is no template \"" + name.asText() + "\" in " + owner.scope());
        }
        return new Target(definition.orElse(Json.object().path("none")), owner);
    }

    private Workflow.Owner owner(JsonNode reference) throws PodException {
        boolean cluster = reference.path("clusterScope").booleanValue();
        String name = Json.name(reference);
        String scope = (cluster ? "cluster/" : "namespaced/") + name;
        Workflow.Owner known = stored.get(scope);
        if (known != null) {
            return known;
        }
        Optional<Manifest> manifest = cluster ? lookup.clusterWorkflowTemplate(name) : lookup.workflowTemplate(name);
        if (manifest.isEmpty()) {
            String kind = cluster ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
            throw new PodException(PodRules.REFERENCE, reference, kind + " \"" + name + "\" is not known");
        }
        JsonNode spec = origins.adopt(manifest.get(), manifest.get().json(), JsonPointer.empty())
                .path("spec");
        Workflow.Owner owner = new Workflow.Owner(scope, spec.path("templates"), spec.path("podMetadata"));
        stored.put(scope, owner);
        return owner;
    }

    private void visit(JsonNode step, ObjectNode definition, Target target, Caller caller) throws PodException {
        String name = Json.name(definition);
        String id = target.owner().scope() + "/" + name;
        if (!name.isEmpty() && caller.chain().contains(id)) {
            return;
        }
        if (calls++ > MAX_CALLS) {
            if (calls == MAX_CALLS + 2) {
                problems.add(new PodException(
                        PodRules.LIMIT, definition, "the workflow makes more than " + MAX_CALLS + " calls"));
            }
            return;
        }
        seen.add(id);
        ObjectNode template = resolver.resolve(definition, target.owner().podMetadata());
        for (Values item : items(step, caller.inputs())) {
            Substitution substitution = new Substitution(item, origins);
            Map<String, String> parameters = new TreeMap<>();
            for (JsonNode parameter : step.path("arguments").path("parameters")) {
                argument(parameter, substitution).ifPresent(value -> parameters.put(Json.name(parameter), value));
            }
            List<JsonNode> artifacts =
                    Json.items(substitution.apply(step.path("arguments").path("artifacts")));
            TemplateCall call = new TemplateCall(
                    name,
                    caller.owner().scope(),
                    step.path("templateRef").isObject() ? Optional.of(step.path("templateRef")) : Optional.empty(),
                    caller.boundary(),
                    parameters,
                    artifacts,
                    caller.onExit(),
                    caller.reached(),
                    definition,
                    target.owner().podMetadata());
            String type = TemplateResolver.type(template);
            if (WITH_POD.contains(type)) {
                pods.add(call);
            } else if (type.equals("http") || type.equals("plugin")) {
                agent |= caller.reached();
            } else {
                children(template, call, target.owner(), caller, id);
            }
        }
    }

    private void children(ObjectNode template, TemplateCall call, Workflow.Owner owner, Caller caller, String id)
            throws PodException {
        Set<String> chain = new HashSet<>(caller.chain());
        chain.add(id);
        Inputs inputs = new Inputs(template, call.parameters(), globals, configMaps);
        Caller self = new Caller(owner, Optional.of(template), inputs, caller.onExit(), caller.reached(), chain);
        Caller exit = new Caller(owner, Optional.of(template), inputs, true, caller.reached(), chain);
        List<JsonNode> steps = new ArrayList<>(Json.items(template.path("dag").path("tasks")));
        Json.items(template.path("steps")).forEach(group -> steps.addAll(Json.items(group)));
        for (JsonNode step : steps) {
            call(step, self);
            if (Json.isSet(step.path("onExit"))) {
                ObjectNode handler = Json.object();
                handler.set("template", step.path("onExit"));
                handler.set("arguments", step.path("arguments"));
                call(handler, exit);
            }
            for (Map.Entry<String, JsonNode> hook : step.path("hooks").properties()) {
                call(hook.getValue(), hook.getKey().equals("exit") ? exit : self);
            }
        }
    }

    private static Optional<String> argument(JsonNode parameter, Substitution substitution) {
        JsonNode value = parameter.path("value").isMissingNode() ? parameter.path("default") : parameter.path("value");
        return Json.isPresent(value) ? Optional.of(substitution.apply(value.asText())) : Optional.empty();
    }

    /** The values that each item of a loop sees; those of the caller if there is no loop, or its items are not known. */
    private List<Values> items(JsonNode step, Inputs inputs) {
        Substitution substitution = new Substitution(inputs, origins);
        JsonNode sequence = substitution.apply(step.path("withSequence"));
        Loop loop;
        if (!step.path("withItems").isEmpty()) {
            loop = Loop.ofList(step.path("withItems").toString());
        } else if (Json.isSet(step.path("withParam"))) {
            loop = Loop.ofList(substitution.apply(step.path("withParam").asText()));
        } else if (sequence.isObject()) {
            loop = Sequence.expand(sequence);
        } else {
            return List.of(inputs);
        }
        boolean known = loop.problem().isEmpty()
                && loop.unknown().isEmpty()
                && !loop.items().isEmpty();
        return known && loop.items().size() <= MAX_ITEMS
                ? loop.items().stream()
                        .<Values>map(item -> new ItemValues(item, inputs))
                        .toList()
                : List.of(inputs);
    }
}
