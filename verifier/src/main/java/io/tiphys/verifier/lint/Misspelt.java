package io.tiphys.verifier.lint;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import io.tiphys.verifier.schema.SchemaRules;
import java.util.List;

/** Leaves out that a field is missing where it only has a slip in its name. */
final class Misspelt {
    private Misspelt() {}

    static List<Finding> withoutConsequences(Manifest manifest, List<Finding> findings) {
        List<Finding> unknown = findings.stream()
                .filter(finding -> SchemaRules.isAboutName(finding.rule()))
                .toList();
        return unknown.isEmpty()
                ? findings
                : findings.stream()
                        .filter(finding -> unknown.stream().noneMatch(slip -> isFor(slip, finding, manifest)))
                        .toList();
    }

    private static boolean isFor(Finding slip, Finding missing, Manifest manifest) {
        JsonPointer wrong = JsonPointer.compile(slip.place().pointer());
        JsonPointer at = JsonPointer.compile(missing.place().pointer());
        return !at.matches()
                && at.head().equals(wrong.head())
                && manifest.json().at(inObject(at, manifest)).isMissingNode()
                && Nearest.of(property(wrong), List.of(property(at))).isPresent()
                && slip.refusedBy().containsAll(missing.refusedBy());
    }

    private static JsonPointer inObject(JsonPointer at, Manifest manifest) {
        return JsonPointer.compile(
                at.toString().substring(manifest.root().toString().length()));
    }

    private static String property(JsonPointer pointer) {
        return pointer.last().getMatchingProperty();
    }
}
