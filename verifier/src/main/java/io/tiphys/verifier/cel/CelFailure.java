package io.tiphys.verifier.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/** An error of an expression at run time, with the words of Kubernetes. */
final class CelFailure extends CelRuntimeException {
    private static final long serialVersionUID = 1L;

    CelFailure(String message) {
        this(message, CelErrorCode.INVALID_ARGUMENT);
    }

    CelFailure(String message, CelErrorCode code) {
        super(new Words(message), code);
    }

    static CelFailure noSuchOverload(String function, Object... arguments) {
        StringBuilder text =
                new StringBuilder("no such overload: ").append(function).append('(');
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ").append(Types.nameOf(arguments[i]));
        }
        return new CelFailure(text.append(')').toString(), CelErrorCode.OVERLOAD_NOT_FOUND);
    }

    static CelFailure noSuchOverload() {
        return new CelFailure("no such overload", CelErrorCode.OVERLOAD_NOT_FOUND);
    }

    /** The words of a failure. No place in Java's code has anything to do with it. */
    private static final class Words extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Words(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String getMessage() {
        Throwable cause = getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }
}
