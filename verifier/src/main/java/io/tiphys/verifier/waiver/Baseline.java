package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.finding.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings that an old repository started with: how many of each rule, file, template and container. Lines and messages
 * do not count, so that unrelated edits change nothing; one finding more than before is new.
 */
public final class Baseline {
    private static final int SCHEMA = 1;

    private final String file;
    private final Map<Key, Integer> accepted = new TreeMap<>(Key.ORDER);

    private record Key(String rule, String file, String template, String container) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::file)
                .thenComparing(Key::template)
                .thenComparing(Key::container)
                .thenComparing(Key::rule);

        static Key of(Finding finding) {
            Finding.Place place = finding.place();
            return new Key(finding.rule(), place.file(), place.template(), place.container());
        }

        @Override
        public String toString() {
            String where =
                    template.isEmpty() ? "" : " [" + template + (container.isEmpty() ? "" : "/" + container) + "]";
            return rule + " in " + file + where;
        }
    }

    private Baseline(String file) {
        this.file = file;
    }

    /**
     * Reads a baseline.
     *
     * @throws IllegalArgumentException if it is no such file
     */
    static Baseline read(String file, String text) {
        Baseline baseline = new Baseline(file);
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            if (root.path("schema").asInt() != SCHEMA || !root.path("findings").isArray()) {
                throw new IllegalArgumentException("it is not of the form {\"schema\": 1, \"findings\": […]}");
            }
            for (JsonNode entry : root.path("findings")) {
                Key key = new Key(
                        entry.path("rule").asText(),
                        entry.path("file").asText(),
                        entry.path("template").asText(),
                        entry.path("container").asText());
                baseline.accepted.merge(key, entry.path("count").asInt(1), Integer::sum);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
        }
        return baseline;
    }

    /** The findings, those that were there before as waived, and a warning for each entry that accepts too much. */
    List<Finding> apply(List<Finding> findings) {
        Map<Key, Integer> left = new TreeMap<>(Key.ORDER);
        left.putAll(accepted);
        Waiver waiver = new Waiver("in the baseline " + file, "", "");
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            int count = counts(finding) ? left.getOrDefault(Key.of(finding), 0) : 0;
            if (count > 0) {
                left.put(Key.of(finding), count - 1);
            }
            all.add(count > 0 ? finding.withWaiver(waiver) : finding);
        }
        left.forEach((key, count) -> {
            if (count > 0) {
                String message = "the baseline accepts " + count + " more of " + key + " than there "
                        + (count == 1 ? "is" : "are");
                all.add(Finding.of(WaiverRules.BASELINE_STALE, message)
                        .withPlace(new Finding.Place(file, 0, 0, 0, "", "", "")));
            }
        });
        return all;
    }

    private static boolean counts(Finding finding) {
        return finding.waiver().isEmpty() && finding.severity() != Severity.INFO;
    }

    /** A baseline of all errors and warnings that nobody has waived, as the text of a file. */
    public static String write(List<Finding> findings) {
        Map<Key, Integer> counts = new TreeMap<>(Key.ORDER);
        String own = WaiverRules.BASELINE_STALE.id();
        findings.stream()
                .filter(finding -> counts(finding) || isOfBaseline(finding))
                .filter(finding -> !finding.rule().equals(own))
                .forEach(finding -> counts.merge(Key.of(finding), 1, Integer::sum));
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        ArrayNode entries = root.putArray("findings");
        counts.forEach((key, count) -> entries.addObject()
                .put("rule", key.rule())
                .put("file", key.file())
                .put("template", key.template())
                .put("container", key.container())
                .put("count", count));
        try {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter())
                    .withArrayIndenter(indenter);
            return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static boolean isOfBaseline(Finding finding) {
        return finding.waiver().filter(waiver -> waiver.expires().isEmpty()).isPresent();
    }
}
