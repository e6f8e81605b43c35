package io.tiphys.model.yaml;

/**
 * Something wrong with the text itself.
 *
 * @param kind what sort of problem
 * @param position where
 * @param message what was found and what was expected
 */
public record YamlProblem(Kind kind, Position position, String message) {

    /** Sorts of problems. */
    public enum Kind {
        /** The text is not YAML. */
        SYNTAX,
        /** A key stands twice in one mapping: Kubernetes refuses it, or takes the last in silence. */
        DUPLICATE_KEY,
        /** The text is YAML, but Kubernetes cannot turn it into JSON. */
        NOT_JSON,
        /** Something behind the end of the document, which Kubernetes leaves out in silence. */
        DROPPED,
        /** The text exceeds one of the {@link YamlLimits}. */
        LIMIT
    }
}
