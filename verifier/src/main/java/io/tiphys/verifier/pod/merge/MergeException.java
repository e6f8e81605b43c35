package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;

/** Says that Kubernetes refuses a strategic merge patch: where in the patch, and why. */
public final class MergeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient JsonPointer path;

    MergeException(JsonPointer path, String cause) {
        super(cause);
        this.path = path;
    }

    /** Pointer into the patch. */
    public JsonPointer path() {
        return path;
    }

    /** What is wrong there, in a sentence without a full stop. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
