package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a policy says of itself for reports: the API server takes anything, a report needs what it can read. */
final class AnnotationRules {
    private static final String PREFIX = "tiphys.io/";
    private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");
    private static final List<String> KEYS = Stream.of(
                    "rule", "severity", "title", "at", "follows-from", "remedy-yaml", "remedy-java", "remedies")
            .map(PREFIX::concat)
            .toList();

    private AnnotationRules() {}

    static List<Finding> check(Manifest policy) {
        List<Finding> findings = new ArrayList<>();
        policy.json().at(ANNOTATIONS).properties().forEach(annotation -> {
            if (annotation.getKey().startsWith(PREFIX)) {
                problem(annotation.getKey(), annotation.getValue().asText(""))
                        .ifPresent(text -> findings.add(policy.finding(
                                PolicyRules.ANNOTATION, ANNOTATIONS.appendProperty(annotation.getKey()), text)));
            }
        });
        return findings;
    }

    private static Optional<String> problem(String key, String value) {
        if (!KEYS.contains(key)) {
            return Optional.of(key + " is no annotation that reports know" + Nearest.hintOrAll(key, KEYS));
        }
        return switch (key.substring(PREFIX.length())) {
            case "severity" -> severity(value);
            case "at" ->
                value.startsWith("/")
                        ? Optional.empty()
                        : Optional.of(key + " is \"" + value + "\"; a pointer begins with /");
            case "remedies" -> remedies(key, value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> severity(String value) {
        List<String> known = Stream.of(Severity.values()).map(Severity::label).collect(Collectors.toList());
        return known.contains(value)
                ? Optional.empty()
                : Optional.of("tiphys.io/severity is \"" + value + "\"; allowed are " + String.join(", ", known));
    }

    private static Optional<String> remedies(String key, String value) {
        try {
            Remedies.of(new Remedies.Remedy("", ""), value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(key + ": " + e.getMessage());
        }
    }
}
