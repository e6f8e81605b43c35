package io.tiphys.model.value;

/** A value that no version of Argo or Kubernetes takes; the message says what is wrong, the value seen, what is allowed. */
public final class BadValueException extends IllegalArgumentException {

    /**
     * A bad value.
     *
     * @param problem what {@code problem} of a value type says
     */
    public BadValueException(String problem) {
        super(problem);
    }

    private BadValueException(String problem, BadValueException cause) {
        super(problem, cause);
    }

    /** The same, with the name of the field before the message. */
    public BadValueException in(String field) {
        return new BadValueException(field + ": " + getMessage(), this);
    }
}
