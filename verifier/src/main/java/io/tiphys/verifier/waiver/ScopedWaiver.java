package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Waiver;
import io.tiphys.verifier.load.Manifest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A waiver, and which findings it is for.
 *
 * @param manifest the document that it stands in
 * @param pointer where in it
 * @param rule id of the rule
 * @param file the findings' file, with {@code *} for any text
 * @param document number of the document in its file; empty for all
 * @param template name of the template, with {@code *}
 * @param container name of the container, with {@code *}
 * @param waiver the waiver itself
 * @param lastDay the last day on which it holds
 */
record ScopedWaiver(
        Manifest manifest,
        JsonPointer pointer,
        String rule,
        Optional<String> file,
        OptionalInt document,
        Optional<String> template,
        Optional<String> container,
        Waiver waiver,
        LocalDate lastDay) {

    boolean matches(Finding finding) {
        Finding.Place place = finding.place();
        return rule.equals(finding.rule())
                && matches(file, place.file())
                && (document.isEmpty() || document.getAsInt() == place.document())
                && matches(template, place.template())
                && matches(container, place.container());
    }

    boolean hasExpired(LocalDate today) {
        return lastDay.isBefore(today);
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
