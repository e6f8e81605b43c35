package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines that mend what a policy denies. {@code tiphys.io/remedies} of a policy is a YAML list of
 * {@code {when, yaml, java}}: the first whose {@code when} (RE2) is found in the message says the lines, those of
 * {@code tiphys.io/remedy-yaml} and {@code -java} where it says none. In them <code>${word}</code> is what the group of this
 * name found, <code>${word:other}</code> if it found nothing: other.
 */
public final class Remedies {
    private static final Pattern WORD = Pattern.compile("[$][{]([A-Za-z][A-Za-z0-9]*)(?::([^}]*))?[}]");

    private final Remedy usual;
    private final List<Variant> variants;

    private record Variant(Pattern when, Remedy remedy) {}

    /**
     * Lines to write; either can be empty.
     *
     * @param yaml of YAML
     * @param java of Java
     */
    record Remedy(String yaml, String java) {}

    private Remedies(Remedy usual, List<Variant> variants) {
        this.usual = usual;
        this.variants = List.copyOf(variants);
    }

    /**
     * The remedies of a policy.
     *
     * @throws IllegalArgumentException if the annotation is no such list, or a pattern is none
     */
    static Remedies of(Remedy usual, String annotation) {
        List<Variant> variants = new ArrayList<>();
        if (!annotation.isEmpty()) {
            for (JsonNode item : list(annotation)) {
                Remedy remedy = new Remedy(
                        item.path("yaml").asText(usual.yaml()),
                        item.path("java").asText(usual.java()));
                variants.add(new Variant(pattern(item.path("when")), remedy));
            }
        }
        return new Remedies(usual, variants);
    }

    private static JsonNode list(String text) {
        List<YamlDocument> documents = new YamlReader().read(text).documents();
        if (documents.size() != 1 || !documents.get(0).json().isArray()) {
            throw new IllegalArgumentException("it is no YAML list of {when, yaml, java}");
        }
        return documents.get(0).json();
    }

    private static Pattern pattern(JsonNode when) {
        if (!when.isTextual()) {
            throw new IllegalArgumentException("an item has no when, a regular expression");
        }
        try {
            return Pattern.compile(when.textValue());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("when is no regular expression (RE2): " + e.getMessage(), e);
        }
    }

    /** What mends a denial: the first of its messages for which there are lines of its own counts. */
    Remedy of(List<String> messages) {
        for (String message : messages) {
            for (Variant variant : variants) {
                Matcher matcher = variant.when().matcher(message);
                if (matcher.find()) {
                    Map<String, Integer> groups = variant.when().namedGroups();
                    return new Remedy(
                            filled(variant.remedy().yaml(), matcher, groups),
                            filled(variant.remedy().java(), matcher, groups));
                }
            }
        }
        Matcher nothing = WORD.matcher("");
        return new Remedy(filled(usual.yaml(), nothing, Map.of()), filled(usual.java(), nothing, Map.of()));
    }

    private static String filled(String line, Matcher found, Map<String, Integer> groups) {
        StringBuilder filled = new StringBuilder();
        Matcher word = WORD.matcher(line);
        int done = 0;
        while (word.find()) {
            filled.append(line.substring(done, word.start()));
            Integer group = groups.get(word.group(1));
            String value = group == null ? null : found.group(group);
            String other = word.group(2) == null ? "" : word.group(2);
            filled.append(value == null || value.isEmpty() ? other : value);
            done = word.end();
        }
        return filled.append(line.substring(done)).toString();
    }
}
