package io.tiphys.publisher;

import io.tiphys.publisher.git.GitException;

/** A publication that did not happen. The branch is as it was; message and remedy hold no credential. */
public final class PublishException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Blame blame;
    private final String remedy;

    /** Who can mend it. */
    public enum Blame {
        /** The author of the templates, or whoever configured the build: the manifests or parameters are wrong. */
        INPUT,
        /** The keeper of the machine, the network or the repository. */
        ENVIRONMENT
    }

    PublishException(Blame blame, String message, String remedy) {
        super(oneLine(message));
        this.blame = blame;
        this.remedy = remedy;
    }

    PublishException(GitException cause) {
        super(oneLine(String.valueOf(cause.getMessage())), cause);
        this.blame = Blame.ENVIRONMENT;
        this.remedy = cause.remedy();
    }

    static PublishException input(String message, String remedy) {
        return new PublishException(Blame.INPUT, message, remedy);
    }

    /** Values that are quoted may hold anything. */
    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    public Blame blame() {
        return blame;
    }

    /** What mends it. */
    public String remedy() {
        return remedy;
    }
}
