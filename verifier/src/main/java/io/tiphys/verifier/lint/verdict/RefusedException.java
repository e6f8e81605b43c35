package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;

/** Ends the walk, as {@code argo lint} ends at the first thing that it refuses. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedException(JsonPointer at, String message) {
        super(message, null, false, false);
        refusal = new Refusal(at, message);
    }

    Refusal refusal() {
        return refusal;
    }
}
