package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.load.Manifest;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which findings a waiver is for: all that is given must match.
 *
 * @param file the findings' file, with {@code *} for any text
 * @param document number of the document in its file; empty for all
 * @param template name of the template, with {@code *}
 * @param container name of the container, with {@code *}
 * @param within pointer that the findings' own begins with; empty for any
 */
record Selector(
        Optional<String> file,
        OptionalInt document,
        Optional<String> template,
        Optional<String> container,
        String within) {

    /** The selector of a file of waivers. */
    static Selector of(JsonNode selector) {
        return new Selector(
                text(selector, "file"),
                OptionalInt.empty(),
                text(selector, "template"),
                text(selector, "container"),
                "");
    }

    /** The selector of an annotation: what the object has, or its template, narrowed down by what stands in the waiver. */
    static Selector of(Manifest manifest, Optional<String> template, String within, JsonNode waiver) {
        return new Selector(
                Optional.of(manifest.file()),
                OptionalInt.of(manifest.document().index()),
                template.or(() -> text(waiver, "template")),
                text(waiver, "container"),
                within);
    }

    private static Optional<String> text(JsonNode selector, String field) {
        return Optional.ofNullable(selector.path(field).textValue());
    }

    boolean matches(Finding.Place place) {
        return matches(file, place.file())
                && (document.isEmpty() || document.getAsInt() == place.document())
                && matches(template, place.template())
                && matches(container, place.container())
                && (within.isEmpty() || (place.pointer() + "/").startsWith(within + "/"));
    }

    private static boolean matches(Optional<String> pattern, String text) {
        return pattern.isEmpty() || glob(pattern.get(), text);
    }

    /** {@code *} stands for any text; in time of the product of both lengths at most. */
    private static boolean glob(String pattern, String text) {
        int p = 0;
        int star = -1;
        int retry = 0;
        int t = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
