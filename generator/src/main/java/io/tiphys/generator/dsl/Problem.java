package io.tiphys.generator.dsl;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.object.Origin;
import java.util.Optional;

/** A mistake of the author, kept until all of them can be told. */
record Problem(Rule rule, String message, Optional<JavaLine> line) {

    /** At the author's line that is running. */
    static Problem here(Rule rule, String message) {
        return new Problem(rule, message, Origin.caller());
    }

    Finding finding(String template) {
        return Finding.of(rule, message)
                .withPlace(new Finding.Place("", 0, 0, 0, "", template, ""))
                .withJava(line);
    }
}
