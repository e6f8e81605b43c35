package io.tiphys.verifier.explain;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.ControllerFile;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.pod.Run;
import io.tiphys.verifier.pod.TemplateCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what workflows will be when they run. */
public final class Explainer {
    private Explainer() {}

    /**
     * Explains all workflows of a request.
     *
     * @throws IllegalArgumentException if a parameter does not exist or must not have its value, or if the controller's
     *     configuration cannot be used; the message says what is allowed
     * @throws IOException if a folder cannot be listed
     */
    public static Explanation explain(ExplainRequest request) throws IOException {
        ControllerConfig config = request.controllerConfig()
                .map(file -> ControllerFile.read(request.base(), file))
                .orElse(ControllerConfig.DEFAULT);
        Loaded judged = new Loader().load(request.base(), request.sources(), true, request.index());
        Loaded all = judged.plus(new Loader().load(request.base(), request.context(), false, SourceIndex.EMPTY));
        Lookup lookup = Lookup.of(all.manifests());
        List<Manifest> workflows =
                judged.manifests().stream().filter(Manifest::isArgo).toList();
        GivenParameters given = new GivenParameters(request.parameters(), lookup);
        if (!workflows.isEmpty()) {
            given.check(workflows);
        }
        List<Finding> findings = new ArrayList<>(all.findings());
        List<Explanation.Document> documents = new ArrayList<>();
        for (Manifest manifest : workflows) {
            Run run = given.run(manifest);
            EffectivePods pods = EffectivePods.of(manifest, lookup, config, run);
            documents.add(document(manifest, pods, run));
            findings.addAll(pods.findings());
        }
        return new Explanation(
                documents, findings.stream().distinct().sorted(Finding.ORDER).toList());
    }

    private static Explanation.Document document(Manifest manifest, EffectivePods pods, Run run) {
        Map<TemplateCall, EffectivePod> byCall = new HashMap<>();
        Map<List<Object>, List<EffectivePod>> alike = new LinkedHashMap<>();
        for (TemplateCall call : pods.calls()) {
            pods.pod(call, run).ifPresent(pod -> {
                byCall.put(call, pod);
                alike.computeIfAbsent(
                                List.of(call.template(), call.scope(), pod.inputs(), pod.pod()),
                                same -> new ArrayList<>())
                        .add(pod);
            });
        }
        Optional<EffectivePod> agent = pods.agent(run);
        UsageOfRun counting = new UsageOfRun(byCall);
        Usage usage = counting.of(pods.graph(), agent);
        List<Explanation.PodRuns> distinct = new ArrayList<>();
        for (List<EffectivePod> same : alike.values()) {
            Count count = same.stream().map(pod -> counting.runs(pod.call())).reduce(new Count(0, true), Count::plus);
            distinct.add(new Explanation.PodRuns(same.get(0), count.number(), count.known()));
        }
        agent.ifPresent(pod -> distinct.add(new Explanation.PodRuns(pod, 1, true)));
        return new Explanation.Document(manifest, distinct, usage);
    }
}
