package io.tiphys.publisher.git;

import org.jspecify.annotations.Nullable;

/** A repository that cannot be read or written as asked. Message and remedy never hold a credential. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong, with the value seen
     * @param remedy what mends it
     */
    public GitException(String message, String remedy) {
        this(message, remedy, null);
    }

    /**
     * @param message what is wrong, with the value seen
     * @param remedy what mends it
     * @param cause what the library threw
     */
    public GitException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
