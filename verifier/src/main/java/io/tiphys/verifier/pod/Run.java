package io.tiphys.verifier.pod;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one run. Everything else stays as its tag, such as {@code {{workflow.name}}}.
 *
 * @param values values of tags without braces: {@code workflow.name}, {@code workflow.namespace}, {@code workflow.status},
 *     {@code pod.name}, {@code node.name}, {@code retries} …; {@code lastRetry.hosts} are the nodes, with commas, where the
 *     template failed before
 */
public record Run(Map<String, String> values) {
    /** Nothing is known beyond what the document says. */
    public static final Run UNKNOWN = new Run(Map.of());

    public Run {
        values = Map.copyOf(values);
    }

    /** The same with one more value. */
    public Run with(String tag, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(tag, value);
        return new Run(more);
    }

    Optional<String> value(String tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** The value, or the tag in braces. */
    String text(String tag) {
        return value(tag).orElse("{{" + tag + "}}");
    }
}
