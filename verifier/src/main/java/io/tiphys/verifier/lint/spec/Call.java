package io.tiphys.verifier.lint.spec;

/**
 * A place that calls a template.
 *
 * @param node the step, task or hook
 * @param kind what sort of place
 */
public record Call(Node node, Kind kind) {

    /** Sorts of calls. */
    public enum Kind {
        STEP("step", "steps."),
        TASK("task", "tasks."),
        HOOK("hook", "");

        private final String label;
        private final String prefix;

        Kind(String label, String prefix) {
            this.label = label;
            this.prefix = prefix;
        }

        /** The word for it in messages. */
        public String label() {
            return label;
        }

        /** How the names of its variables begin. */
        public String prefix() {
            return prefix;
        }
    }

    /** Its name, or empty. */
    public String name() {
        return node.text("name");
    }

    /** Whether it runs once for each entry of a list. */
    public boolean isLoop() {
        return node.has("withItems") || node.hasContent("withParam") || node.has("withSequence");
    }
}
