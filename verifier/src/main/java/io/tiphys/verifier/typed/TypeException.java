package io.tiphys.verifier.typed;

import com.fasterxml.jackson.core.JsonPointer;

/** Says that JSON does not fit its type: where, and why. */
public final class TypeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient JsonPointer path;

    /** An error at a place. */
    public TypeException(JsonPointer path, String cause) {
        super(cause);
        this.path = path;
    }

    /** Pointer into what was decoded. */
    public JsonPointer path() {
        return path;
    }

    /** What is wrong there, in a sentence without a full stop. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
