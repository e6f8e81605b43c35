package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.PolicyCase;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever writes the line of YAML that a denial shows, at the place that it names, is denied no longer. */
class RemediesTest {
    private static final int ROUNDS = 3;

    /** Where no line of YAML mends it alone, and why; a rule, or a case of one. */
    private static final Map<String, String> NOT_ALONE = Map.of(
            "ARGO-01", "the parameter has to go out of the text of the patch",
            "IMG-03", "the digest has to be looked up",
            "VOL-03", "there is nothing to write, only something to take away",
            "RES-04: two containers together", "the sum of both counts",
            "IMG-01: no registry is allowed", "the facility has to allow one",
            "LIFE-05: in a script", "the script itself sleeps");

    private record Denial(String text, String remedy, String message) {}

    private static PolicySet set(String file, PolicyCase one) {
        List<Manifest> documents = new ArrayList<>(PolicyFiles.manifests(file));
        for (JsonNode object : one.context()) {
            documents.add(new Manifest(
                    "context",
                    new YamlReader().read(YamlWriter.write(object)).documents().get(0),
                    false,
                    SourceIndex.EMPTY));
        }
        return PolicySet.of(documents, KubernetesVersion.NEWEST);
    }

    private static List<Denial> denials(PolicySet set, JsonNode object) {
        List<Denial> denials = new ArrayList<>();
        for (PolicyOutcome outcome : set.evaluate(PolicySubject.create(object))) {
            PolicyInfo info = set.info(outcome.policy()).orElseThrow();
            for (String message : outcome.messages()) {
                denials.add(new Denial(outcome.verdict().label(), info.remedyYaml(List.of(message)), message));
            }
        }
        return denials;
    }

    /** What is still denied after the remedies, or empty. */
    private static String after(PolicySet set, JsonNode object) {
        JsonNode mended = object;
        for (int round = 0; round < ROUNDS; round++) {
            for (Denial denial : denials(set, mended)) {
                mended = RemedyLine.applied(mended, denial.remedy(), denial.message());
            }
        }
        List<Denial> left = denials(set, mended);
        return left.isEmpty() ? "" : left.get(0) + "\n" + YamlWriter.write(mended);
    }

    @Test
    void theLineOfYamlMendsWhatIsDenied() {
        Map<String, String> wrong = new TreeMap<>();
        for (String file : PolicyFiles.policies()) {
            String rule = file.substring(file.indexOf('/') + 1, file.length() - ".yaml".length());
            for (PolicyCase one : PolicyFiles.cases(file)) {
                if (one.expected().equals("denied") && !NOT_ALONE.containsKey(rule)) {
                    String name = rule + ": " + one.name();
                    String rest = after(set(file, one), one.subject().object());
                    if (NOT_ALONE.containsKey(name) == rest.isEmpty()) {
                        wrong.put(name, rest.isEmpty() ? "is mended after all" : rest);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noMessageAndNoRemedyKeepsAWordOpen() {
        for (String file : PolicyFiles.policies()) {
            for (PolicyCase one : PolicyFiles.cases(file)) {
                PolicySet set = set(file, one);
                PolicyInfo info = set.info(set.names().iterator().next()).orElseThrow();
                for (Denial denial : denials(set, one.subject().object())) {
                    assertThat(List.of(
                                    denial.message(),
                                    denial.remedy(),
                                    info.remedyJava(List.of(denial.message())),
                                    info.remedyYaml(List.of()),
                                    info.remedyJava(List.of())))
                            .noneMatch(text -> text.contains("${") || text.isBlank());
                }
            }
        }
    }
}
