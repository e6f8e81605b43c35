package io.tiphys.verifier.expr;

/** Why the controller refuses a tag. */
final class TagException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;
    private final boolean missing;

    TagException(String message, boolean missing) {
        super(message, null, false, false);
        this.message = message;
        this.missing = missing;
    }

    String message() {
        return message;
    }

    /** Whether a variable is missing that may still come. */
    boolean isMissing() {
        return missing;
    }
}
