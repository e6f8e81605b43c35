package io.tiphys.generator;

/** The environment keeps us from generating: a class path without the generator, a folder that cannot be written. */
public final class GenerateException extends Exception {
    private static final long serialVersionUID = 1L;

    GenerateException(String message) {
        super(message);
    }

    GenerateException(String message, Throwable cause) {
        super(message, cause);
    }
}
