package io.tiphys.verifier.expr;

/** Why an expression has no value. */
final class ValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;
    private final boolean known;

    private ValueException(String message, boolean known) {
        super(message, null, false, false);
        this.message = message;
        this.known = known;
    }

    /** The real program fails too. */
    static ValueException failure(String message) {
        return new ValueException(message, true);
    }

    /** We cannot tell what the real program says. */
    static ValueException unknown(String message) {
        return new ValueException(message, false);
    }

    boolean isKnown() {
        return known;
    }

    String message() {
        return message;
    }
}
