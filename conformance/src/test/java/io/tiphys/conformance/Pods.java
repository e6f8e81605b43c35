package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Run;
import io.tiphys.verifier.pod.TemplateCall;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each recorded pod against ours for the same template, scope, boundary and inputs. */
final class Pods implements Row {
    private static final Pattern ATTEMPT = Pattern.compile("\\((\\d+)\\)$");

    @Override
    public String name() {
        return "pods";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        Controller controller = new Controller(corpus);
        for (JsonNode record : controller.runs()) {
            if (!record.has("podsFile")) {
                continue;
            }
            Controller.Computed computed = controller.compute(record);
            String file = record.path("podsFile").asText();
            for (Manifest recorded : controller.load(file)) {
                JsonNode real = recorded.json();
                tally.compare(file + " " + real.path("node").asText(), real, () -> difference(real, computed));
            }
        }
    }

    private static Optional<String> difference(JsonNode real, Controller.Computed computed) {
        EffectivePods pods = computed.pods();
        Run run = run(real, computed.run());
        if (real.path("role").asText().equals("agent")) {
            return pods.agent(run)
                    .map(pod -> compare(real, pod))
                    .orElse(Optional.of("ours has no agent " + pods.findings()));
        }
        Map<String, String> inputs = new TreeMap<>();
        real.path("inputs")
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asText()));
        String best = "ours has no call of the template";
        for (TemplateCall call : pods.calls()) {
            if (!isSame(call, real)) {
                continue;
            }
            Optional<EffectivePod> pod = pods.pod(call.withParameters(inputs), run);
            Optional<String> found =
                    pod.map(ours -> compare(real, ours)).orElse(Optional.of("ours refuses: " + pods.findings()));
            if (found.isEmpty()) {
                return found; // a template can be called at several places of one boundary
            }
            best = found.get();
        }
        return Optional.of(best);
    }

    private static boolean isSame(TemplateCall call, JsonNode real) {
        return call.template().equals(real.path("template").asText())
                && call.boundaryName().equals(real.path("boundary").asText(""))
                && call.scope().equals(real.path("templateScope").asText())
                && call.templateRef().isPresent() == real.has("templateRef");
    }

    private static Run run(JsonNode real, Run run) {
        String node = real.path("node").asText();
        Run ofPod = run.with("pod.name", real.at("/pod/metadata/name").asText()).with("node.name", node);
        Matcher attempt = ATTEMPT.matcher(node);
        if (!attempt.find()) {
            return ofPod;
        }
        Run again = ofPod.with("retries", attempt.group(1));
        if (attempt.group(1).equals("0")) {
            return again.with("lastRetry.exitCode", "0")
                    .with("lastRetry.status", "")
                    .with("lastRetry.message", "");
        }
        return again.with("lastRetry.hosts", "node-a")
                .with("lastRetry.exitCode", "3")
                .with("lastRetry.status", "Failed")
                .with("lastRetry.message", "made to fail");
    }

    private static Optional<String> compare(JsonNode real, EffectivePod ours) {
        return Same.difference(RunData.without(real.path("pod")), RunData.without(ours.pod()));
    }
}
