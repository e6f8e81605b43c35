package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs the cases of policies. The cases of {@code x.cases.yaml} are about the policies of {@code x.yaml} beside it.
 *
 * @param policies how many files of policies have cases
 * @param cases how many cases there are
 * @param failures one text for each case that does not hold, and for each file of cases without policies
 * @param untested files of policies without cases
 */
public record PolicyTest(int policies, int cases, List<String> failures, List<String> untested) {
    private static final String CASES = ".cases.yaml";
    private static final List<String> FIELDS =
            List.of("name", "expect", "message", "object", "context", "undetermined", "examples", "refusedBefore");

    public PolicyTest {
        failures = List.copyOf(failures);
        untested = List.copyOf(untested);
    }

    /** Runs all cases of some sources, in the order of their files. */
    public static PolicyTest run(PolicySources sources, KubernetesVersion version) {
        Map<String, List<Manifest>> policies = byFile(sources.policies());
        Map<String, List<Manifest>> cases = byFile(sources.cases());
        List<String> failures = new ArrayList<>();
        int count = 0;
        for (Map.Entry<String, List<Manifest>> file : cases.entrySet()) {
            String stem = stem(file.getKey(), CASES);
            List<Manifest> about = policies.getOrDefault(stem, List.of());
            if (about.stream().noneMatch(PolicyTest::isPolicy)) {
                failures.add(file.getKey() + ": there is no policy beside it, in " + name(stem) + ".yaml");
                continue;
            }
            PolicySet set = PolicySet.of(about, version);
            for (Manifest document : file.getValue()) {
                List<PolicyCase> all = PolicyCase.of(document.json());
                count += all.size();
                if (all.isEmpty()) {
                    failures.add(file.getKey() + ": it has no cases; write cases: [{name, expect, object}]");
                }
                for (int i = 0; i < all.size(); i++) {
                    PolicyCase one = all.get(i);
                    String name = file.getKey() + ": " + (one.name().isEmpty() ? "case " + (i + 1) : one.name()) + ": ";
                    form(document.json().path("cases").get(i))
                            .or(() -> one.check(set))
                            .ifPresent(problem -> failures.add(name + problem));
                }
            }
        }
        List<String> untested = new ArrayList<>();
        policies.forEach((stem, documents) -> {
            if (!cases.containsKey(stem + CASES) && documents.stream().anyMatch(PolicyTest::isPolicy)) {
                untested.add(documents.get(0).file());
            }
        });
        return new PolicyTest(cases.size(), count, failures, untested);
    }

    /** What is wrong with how a case is written. */
    private static Optional<String> form(JsonNode one) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                String hint = Nearest.hint(field.getKey(), FIELDS);
                return Optional.of(
                        "unknown field \"" + field.getKey() + "\"" + hint + "; there are " + String.join(", ", FIELDS));
            }
        }
        boolean whole =
                one.path("object").has("apiVersion") && one.path("object").has("kind");
        return whole ? Optional.empty() : Optional.of("it has no object with apiVersion and kind");
    }

    private static Map<String, List<Manifest>> byFile(List<Manifest> manifests) {
        Map<String, List<Manifest>> files = new TreeMap<>();
        for (Manifest manifest : manifests) {
            boolean cases = manifest.file().endsWith(CASES);
            String key = cases ? manifest.file() : stem(manifest.file(), ".");
            files.computeIfAbsent(key, name -> new ArrayList<>()).add(manifest);
        }
        return files;
    }

    private static String stem(String file, String end) {
        int at = file.lastIndexOf(end);
        return at < 0 ? file : file.substring(0, at);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isPolicy(Manifest manifest) {
        return manifest.kind().equals("ValidatingAdmissionPolicy");
    }
}
