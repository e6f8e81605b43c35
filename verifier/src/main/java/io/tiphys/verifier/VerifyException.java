package io.tiphys.verifier;

/** The request itself cannot be carried out: a profile that does not exist, a folder that cannot be read. */
public final class VerifyException extends Exception {
    private static final long serialVersionUID = 1L;

    VerifyException(String message) {
        super(message);
    }

    VerifyException(String message, Throwable cause) {
        super(message, cause);
    }
}
