package io.tiphys.verifier.cel;

/** Ends an evaluation that costs too much. An error, because the operators {@code &&} and {@code ||} pass over exceptions. */
final class CostExceededError extends Error {
    private static final long serialVersionUID = 1L;

    CostExceededError() {
        super(Limits.exceededText(), null, false, false);
    }
}
