package io.tiphys.publisher;

/**
 * One manifest that differs.
 *
 * @param path in the repository
 * @param kind how it differs
 * @param edited whether somebody edited the published file by hand since; the edit stays in the history only
 */
public record FileChange(String path, Kind kind, boolean edited) {

    /** How a file differs. */
    public enum Kind {
        ADDED("A"),
        CHANGED("M"),
        REMOVED("D");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** As {@code git status} has it. */
        public String letter() {
            return letter;
        }
    }
}
