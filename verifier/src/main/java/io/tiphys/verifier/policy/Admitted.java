package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.defaults.Defaults;
import java.util.HashSet;
import java.util.Set;

/** Subjects as the API server hands them to policies: new objects decoded and defaulted. */
final class Admitted {
    private Admitted() {}

    static PolicySubject of(PolicySubject subject) {
        if (!subject.operation().equals("CREATE")) {
            return subject;
        }
        Set<JsonPointer> undetermined = new HashSet<>(subject.undetermined());
        JsonNode admitted = Defaults.admitted(subject.object(), undetermined);
        return subject.withObject(admitted, undetermined);
    }
}
