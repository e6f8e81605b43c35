package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Waiver;
import io.tiphys.verifier.load.Manifest;
import java.time.LocalDate;

/**
 * A waiver, and which findings it is for.
 *
 * @param manifest the document that it stands in
 * @param pointer where in it
 * @param rule id of the rule
 * @param waiver the waiver itself
 * @param lastDay the last day on which it holds
 */
record ScopedWaiver(
        Manifest manifest, JsonPointer pointer, String rule, Selector selector, Waiver waiver, LocalDate lastDay) {

    boolean matches(Finding finding) {
        return rule.equals(finding.rule()) && selector.matches(finding.place());
    }

    boolean hasExpired(LocalDate today) {
        return lastDay.isBefore(today);
    }
}
