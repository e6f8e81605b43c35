package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.expr.loop.Loop;
import io.tiphys.verifier.expr.loop.Sequence;
import io.tiphys.verifier.lint.tag.TagText;
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
    private static final List<String> LOOPS = List.of("withItems", "withParam", "withSequence");
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
    private final List<CallGraph.Task> roots = new ArrayList<>();
    private final ArtifactSources sources = new ArtifactSources(this::known);
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
            List<JsonNode> artifacts,
            boolean onExit,
            boolean reached,
            Set<String> chain) {}

    List<TemplateCall> run() throws PodException {
        JsonNode spec = workflow.spec();
        Inputs none = new Inputs(Json.object(), Map.of(), globals, configMaps);
        Caller main = new Caller(workflow.owner(), Optional.empty(), none, List.of(), false, true, Set.of());
        Caller exit = new Caller(workflow.owner(), Optional.empty(), none, List.of(), true, true, Set.of());
        ObjectNode entry = Json.object();
        entry.set("template", spec.path("entrypoint"));
        entry.set("arguments", arguments());
        if (spec.path("entrypoint").isTextual()) {
            roots.add(call(entry, main));
        }
        if (Json.isSet(spec.path("onExit"))) {
            ObjectNode handler = Json.object();
            handler.set("template", spec.path("onExit"));
            handler.set("arguments", spec.path("arguments"));
            roots.add(call(handler, exit).after(0));
        }
        for (Map.Entry<String, JsonNode> hook : spec.path("hooks").properties()) {
            boolean atExit = hook.getKey().equals("exit");
            CallGraph.Task task = call(hook.getValue(), atExit ? exit : main);
            roots.add(atExit ? task.after(0) : task);
        }
        Caller nobody = new Caller(workflow.owner(), Optional.empty(), none, List.of(), false, false, Set.of());
        for (JsonNode template : workflow.owner().templates()) {
            if (!seen.contains(workflow.owner().scope() + "/" + Json.name(template))) {
                ObjectNode direct = Json.object();
                direct.set("template", template.path("name"));
                call(direct, nobody);
            }
        }
        return List.copyOf(pods);
    }

    /** How the calls of a run hang together. */
    CallGraph graph() {
        return new CallGraph("", Optional.empty(), parallelism(workflow.spec()), false, "", roots);
    }

    private String retries(JsonNode template) {
        JsonNode strategy = Json.isPresent(template.path("retryStrategy"))
                ? template.path("retryStrategy")
                : workflow.spec().path("retryStrategy");
        return strategy.isObject() ? strategy.path("limit").asText("unlimited") : "";
    }

    private static long parallelism(JsonNode node) {
        return node.path("parallelism").asLong(0);
    }

    List<PodException> problems() {
        return problems;
    }

    /** Whether a template was reached that the agent runs. */
    boolean needsAgent() {
        return agent;
    }

    /** The workflow's arguments, with the values that its parameters have in this run, and what is given beyond them. */
    private JsonNode arguments() {
        JsonNode own = workflow.spec().path("arguments");
        Map<String, String> given = new TreeMap<>(globals.givenParameters());
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : Json.items(own.path("parameters"))) {
            String value = given.remove(Json.name(parameter));
            parameters.add(value == null ? parameter : Json.copy(parameter).put("value", value));
        }
        given.forEach(
                (name, value) -> parameters.add(Json.object().put("name", name).put("value", value)));
        if (parameters.isEmpty()) {
            return own;
        }
        ObjectNode arguments = Json.copy(own);
        arguments.set("parameters", Json.list(parameters));
        return arguments;
    }

    private CallGraph.Task call(JsonNode step, Caller caller) {
        String name = step.path("name").asText(step.path("template").asText());
        try {
            ArtifactSources.Target target = target(step, caller.owner());
            if (target.definition() instanceof ObjectNode definition) {
                return visit(step, definition, target, caller, name);
            }
        } catch (PodException e) {
            problems.add(e);
        }
        return CallGraph.Task.unknown(name);
    }

    private Optional<ArtifactSources.Target> known(JsonNode step, Workflow.Owner caller) {
        try {
            return Optional.of(target(step, caller));
        } catch (PodException e) {
            return Optional.empty(); // it is said of the step itself
        }
    }

    private ArtifactSources.Target target(JsonNode step, Workflow.Owner caller) throws PodException {
        if (step.path("inline").isObject()) {
            return new ArtifactSources.Target(step.path("inline"), caller);
        }
        JsonNode reference = step.path("templateRef");
        Workflow.Owner owner = reference.isObject() ? owner(reference) : caller;
        JsonNode name = reference.isObject() ? reference.path("template") : step.path("template");
        if (!Json.isSet(name)) {
            return new ArtifactSources.Target(Json.object().path("none"), owner);
        }
        Optional<JsonNode> definition = Json.named(owner.templates(), name.asText());
        if (definition.isEmpty() && !name.asText().contains("{{")) {
            throw new PodException(
                    PodRules.REFERENCE, name, "there is no template \"" + name.asText() + "\" in " + owner.scope());
        }
        return new ArtifactSources.Target(definition.orElse(Json.object().path("none")), owner);
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
            throw new PodException(PodRules.REFERENCE, reference.path("name"), kind + " \"" + name + "\" is not known");
        }
        JsonNode spec = origins.adopt(manifest.get(), manifest.get().json(), JsonPointer.empty())
                .path("spec");
        Workflow.Owner owner = new Workflow.Owner(scope, spec.path("templates"), spec.path("podMetadata"));
        stored.put(scope, owner);
        return owner;
    }

    private CallGraph.Task visit(
            JsonNode step, ObjectNode definition, ArtifactSources.Target target, Caller caller, String task)
            throws PodException {
        String name = Json.name(definition);
        String id = target.owner().scope() + "/" + name;
        if (!name.isEmpty() && caller.chain().contains(id)) {
            return CallGraph.Task.unknown(task);
        }
        if (calls++ > MAX_CALLS) {
            if (calls == MAX_CALLS + 2) {
                problems.add(new PodException(
                        PodRules.LIMIT, definition, "the workflow makes more than " + MAX_CALLS + " calls"));
            }
            return CallGraph.Task.unknown(task);
        }
        seen.add(id);
        ObjectNode template = resolver.resolve(definition, target.owner().podMetadata());
        List<CallGraph> runs = new ArrayList<>();
        Repeated repeated = items(step, caller.inputs());
        for (Values item : repeated.values()) {
            Substitution substitution = new Substitution(item, origins);
            Map<String, String> parameters = new TreeMap<>();
            for (JsonNode parameter : step.path("arguments").path("parameters")) {
                argument(parameter, substitution).ifPresent(value -> parameters.put(Json.name(parameter), value));
            }
            List<JsonNode> artifacts = artifacts(step, substitution, caller);
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
            boolean daemon = template.path("daemon").booleanValue();
            List<CallGraph.Task> inner = List.of();
            if (WITH_POD.contains(type)) {
                pods.add(call);
            } else if (type.equals("http") || type.equals("plugin")) {
                agent |= caller.reached();
            } else {
                inner = children(template, call, target.owner(), caller, id);
            }
            Optional<TemplateCall> pod = WITH_POD.contains(type) ? Optional.of(call) : Optional.empty();
            runs.add(new CallGraph(name, pod, parallelism(template), daemon, retries(template), inner));
        }
        boolean conditional = Json.isSet(step.path("when")) || Json.isSet(step.path("expression"));
        return new CallGraph.Task(task, runs, repeated.copies(), repeated.counted(), Set.of(), conditional);
    }

    private List<CallGraph.Task> children(
            ObjectNode template, TemplateCall call, Workflow.Owner owner, Caller caller, String id)
            throws PodException {
        Set<String> chain = new HashSet<>(caller.chain());
        chain.add(id);
        Inputs inputs = new Inputs(template, call.parameters(), globals, configMaps);
        Caller self = new Caller(
                owner, Optional.of(template), inputs, call.artifacts(), caller.onExit(), caller.reached(), chain);
        Caller exit = new Caller(owner, Optional.of(template), inputs, call.artifacts(), true, caller.reached(), chain);
        CallOrder order = CallOrder.of(template);
        List<CallGraph.Task> tasks = new ArrayList<>();
        List<CallGraph.Task> hooks = new ArrayList<>();
        for (int i = 0; i < order.steps().size(); i++) {
            JsonNode step = order.steps().get(i);
            tasks.add(call(step, self).after(order.after().get(i)));
            if (Json.isSet(step.path("onExit"))) {
                ObjectNode handler = Json.object();
                handler.set("template", step.path("onExit"));
                handler.set("arguments", step.path("arguments"));
                hooks.add(call(handler, exit).after(i));
            }
            for (Map.Entry<String, JsonNode> hook : step.path("hooks").properties()) {
                boolean atExit = hook.getKey().equals("exit");
                CallGraph.Task task = call(hook.getValue(), atExit ? exit : self);
                hooks.add(atExit ? task.after(i) : task);
            }
        }
        tasks.addAll(hooks);
        return tasks;
    }

    private List<JsonNode> artifacts(JsonNode step, Substitution substitution, Caller caller) {
        ArtifactSources.Target boundary =
                new ArtifactSources.Target(caller.boundary().orElse(Json.object()), caller.owner());
        return Json.items(substitution.apply(step.path("arguments").path("artifacts"))).stream()
                .map(artifact -> sources.resolve(artifact, boundary, caller.artifacts()))
                .toList();
    }

    private static Optional<String> argument(JsonNode parameter, Substitution substitution) {
        JsonNode value = parameter.path("value").isMissingNode() ? parameter.path("default") : parameter.path("value");
        return Json.isPresent(value) ? Optional.of(substitution.apply(value.asText())) : Optional.empty();
    }

    /**
     * The values that each item of a loop sees.
     *
     * @param values those of the caller if there is no loop, or its items are not known, or too many
     * @param copies how often each is called
     * @param counted whether that is known
     */
    private record Repeated(List<Values> values, long copies, boolean counted) {}

    private Repeated items(JsonNode step, Inputs inputs) {
        Substitution substitution = new Substitution(inputs, origins);
        JsonNode sequence = substitution.apply(step.path("withSequence"));
        Loop loop;
        if (!step.path("withItems").isEmpty()) {
            loop = Loop.ofList(step.path("withItems").toString());
        } else if (Json.isSet(step.path("withParam"))) {
            String list = substitution.apply(step.path("withParam").asText());
            if (TagText.hasTags(list)) {
                return new Repeated(List.of(inputs), 1, false);
            }
            loop = Loop.ofList(list);
        } else if (sequence.isObject()) {
            if (TagText.hasTags(sequence.toString())) {
                return new Repeated(List.of(inputs), 1, false);
            }
            loop = Sequence.expand(sequence);
        } else {
            return new Repeated(List.of(inputs), 1, true);
        }
        if (loop.problem().isPresent()) {
            String field = LOOPS.stream().filter(step::has).findFirst().orElse("");
            problems.add(new PodException(
                    PodRules.LOOP,
                    step.path(field),
                    field + ": " + loop.problem().get()));
        }
        if (loop.problem().isPresent() || loop.unknown().isPresent()) {
            return new Repeated(List.of(inputs), 1, false);
        }
        int count = loop.items().size();
        if (count == 0 || count > MAX_ITEMS) {
            return new Repeated(List.of(inputs), count, true);
        }
        List<Values> values = new ArrayList<>();
        loop.items().forEach(item -> values.add(new ItemValues(item, inputs)));
        return new Repeated(values, 1, true);
    }
}
