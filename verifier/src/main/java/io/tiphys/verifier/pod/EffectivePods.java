package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.yaml.Position;
import io.tiphys.verifier.expr.Expressions;
import io.tiphys.verifier.lint.tag.TagText;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods that Argo's controller 4.1 makes for the templates of a document. A stored template is taken as if a Workflow
 * that refers to it were submitted with the arguments that it declares.
 */
public final class EffectivePods {
    private final Manifest manifest;
    private final ControllerConfig config;
    private final Run run;
    private final Origins origins = new Origins();
    private final ConfigMaps configMaps;
    private final List<Finding> findings = new ArrayList<>();
    private final List<TemplateCall> calls = new ArrayList<>();
    private Optional<Prepared> prepared = Optional.empty();
    private CallGraph graph = CallGraph.NONE;

    private record Prepared(Workflow workflow, ObjectNode spec, TemplateResolver resolver, boolean agent) {}

    private EffectivePods(Manifest manifest, Lookup lookup, ControllerConfig config, Run run) {
        this.manifest = manifest;
        this.config = config;
        this.run = run;
        this.configMaps = new ConfigMaps(lookup);
        try {
            Workflow workflow = Workflow.of(manifest, lookup, config, run, origins);
            Globals globals = new Globals(workflow, configMaps, run);
            TemplateResolver resolver = new TemplateResolver(workflow, origins);
            CallWalk walk = new CallWalk(workflow, lookup, globals, configMaps, resolver, origins);
            calls.addAll(walk.run());
            graph = walk.graph();
            walk.problems().forEach(this::report);
            resolver.warnings().forEach(this::report);
            prepared = Optional.of(new Prepared(workflow, spec(workflow, globals), resolver, walk.needsAgent()));
        } catch (PodException e) {
            report(e);
        }
    }

    /** The pods of a Workflow, CronWorkflow, WorkflowTemplate or ClusterWorkflowTemplate. */
    public static EffectivePods of(Manifest manifest, Lookup lookup, ControllerConfig config) {
        return of(manifest, lookup, config, Run.UNKNOWN);
    }

    /** The same, where something is known of the run. */
    public static EffectivePods of(Manifest manifest, Lookup lookup, ControllerConfig config, Run run) {
        return new EffectivePods(manifest, lookup, config, run);
    }

    /** The calls that make pods, in the order of the document; those that nothing leads to come last. */
    public List<TemplateCall> calls() {
        return Collections.unmodifiableList(calls);
    }

    /** How the calls of a run hang together: what comes after what, and how often. */
    public CallGraph graph() {
        return graph;
    }

    /** The pods of all calls; of those that the controller refuses there is a finding instead. */
    public List<EffectivePod> pods() {
        List<EffectivePod> pods = new ArrayList<>();
        calls.forEach(call -> pod(call, run).ifPresent(pods::add));
        return pods;
    }

    /** What keeps the controller from making pods, as far as it was looked at until now. */
    public List<Finding> findings() {
        return findings.stream().distinct().sorted(Finding.ORDER).toList();
    }

    /** The pod of one call; nothing if the controller refuses it, and then there is a finding. */
    public Optional<EffectivePod> pod(TemplateCall call, Run ofPod) {
        return prepared.flatMap(found -> {
            try {
                return Optional.of(build(found, call, ofPod));
            } catch (PodException e) {
                report(e);
                return Optional.empty();
            }
        });
    }

    /** The pod that runs the http and plugin templates; nothing if there are none. */
    public Optional<EffectivePod> agent(Run ofPod) {
        return prepared.filter(found -> found.agent() && !config.leavesAgents()).flatMap(found -> {
            try {
                Globals globals = new Globals(found.workflow(), configMaps, ofPod);
                ObjectNode pod = new AgentPod(found.spec(), globals, config).build();
                SpecPatches patches = new SpecPatches(origins, new Substitution(globals, origins)::apply, this::report);
                pod.set(
                        "spec",
                        patches.apply(
                                pod.withObjectProperty("spec"),
                                List.of(found.spec().path("podSpecPatch"))));
                TemplateCall call = TemplateCall.agent(found.workflow().owner().scope());
                return Optional.of(new EffectivePod(
                        call, Map.of(), pod, undetermined(pod), new SourceMap(pod, origins), template(call)));
            } catch (PodException e) {
                report(e);
                return Optional.empty();
            }
        });
    }

    private EffectivePod build(Prepared found, TemplateCall call, Run ofPod) throws PodException {
        ObjectNode template = found.resolver().resolve(call.definition(), call.podMetadata());
        Globals globals = new Globals(found.workflow(), configMaps, ofPod);
        Inputs inputs = new Inputs(template, call.parameters(), globals, configMaps);
        ObjectNode replaced = new Substitution(inputs, origins).applyTo(template);
        ArtifactPaths.check(replaced);
        PodDraft draft = new PodDraft(found.workflow(), found.spec(), replaced, call, config, inputs, ofPod, origins);
        ObjectNode pod = new PodBuilder(draft).build();
        draft.warnings.forEach(this::report);
        Map<JsonPointer, EffectivePod.Undetermined> undetermined = undetermined(pod);
        failing(pod, undetermined, inputs);
        return new EffectivePod(
                call,
                Collections.unmodifiableMap(inputs.parameters()),
                pod,
                undetermined,
                new SourceMap(pod, origins),
                template(call));
    }

    /** Expressions that are left though all their values are known: they fail when the pod is made. */
    private void failing(ObjectNode pod, Map<JsonPointer, EffectivePod.Undetermined> undetermined, Inputs inputs) {
        undetermined.forEach((pointer, value) -> value.tags().stream()
                .filter(tag -> tag.startsWith("="))
                .forEach(tag -> Expressions.tag(tag.substring(1), inputs.scope())
                        .problem()
                        .filter(problem -> !origins.of(pod.at(pointer)).isEmpty())
                        .ifPresent(problem -> report(new PodException(
                                PodRules.EXPRESSION, pod.at(pointer), "{{" + tag + "}} fails: " + problem)))));
    }

    private Source template(TemplateCall call) {
        List<Source> sources = origins.of(call.definition());
        return sources.isEmpty() ? Source.of(manifest, manifest.specPointer()) : sources.get(0);
    }

    private ObjectNode spec(Workflow workflow, Globals globals) {
        ObjectNode spec = Json.copy(workflow.spec());
        JsonNode templates = spec.remove("templates");
        spec.remove("templateDefaults");
        ObjectNode replaced = new Substitution(globals, origins).applyTo(spec);
        if (templates != null) {
            replaced.set("templates", templates);
        }
        return replaced;
    }

    private static Map<JsonPointer, EffectivePod.Undetermined> undetermined(JsonNode pod) {
        Map<JsonPointer, EffectivePod.Undetermined> found = new LinkedHashMap<>();
        undetermined(pod, new ArrayDeque<>(), found);
        return Collections.unmodifiableMap(found);
    }

    /** @param path names and indexes from the root; a pointer is made of them only where one is needed */
    private static void undetermined(
            JsonNode node, Deque<Object> path, Map<JsonPointer, EffectivePod.Undetermined> found) {
        if (node.isTextual() && TagText.hasTags(node.textValue())) {
            List<String> tags = Substitution.tags(node.textValue());
            if (!tags.isEmpty()) {
                found.put(pointer(path), new EffectivePod.Undetermined(node.textValue(), tags));
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                path.addLast(field.getKey());
                undetermined(field.getValue(), path, found);
                path.removeLast();
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                path.addLast(i);
                undetermined(node.get(i), path, found);
                path.removeLast();
            }
        }
    }

    private static JsonPointer pointer(Deque<Object> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (Object step : path) {
            pointer = step instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(step.toString());
        }
        return pointer;
    }

    private void report(PodException problem) {
        List<Source> sources = problem.node().map(origins::of).orElse(List.of());
        Source source =
                sources.isEmpty() ? Source.of(manifest, manifest.specPointer()) : sources.get(sources.size() - 1);
        Source exact = new Source(source.manifest(), source.pointer(), problem.inner());
        Finding finding = exact.finding(problem.rule(), problem.getMessage());
        if (problem.inner().matches() && problem.inText().isPresent()) {
            Position inText = TextPosition.of(
                    source.manifest().document(),
                    source.pointer(),
                    problem.inText().get());
            Finding.Place place = finding.place();
            finding = finding.withPlace(new Finding.Place(
                    place.file(),
                    place.document(),
                    inText.line(),
                    inText.column(),
                    place.pointer(),
                    place.template(),
                    place.container()));
        }
        findings.add(
                problem.rule().severity() == Severity.ERROR ? finding.withRefusedBy(RealProgram.CONTROLLER) : finding);
    }
}
