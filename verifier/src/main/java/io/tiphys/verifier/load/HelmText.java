package io.tiphys.verifier.load;

/** Tells the source of a Helm chart from broken YAML. */
final class HelmText {
    private HelmText() {}

    /** Whether a line starts with two braces, or a value does without quotes: YAML written by hand has neither. */
    static boolean isTemplated(String text) {
        return text.lines().anyMatch(HelmText::isTemplatedLine);
    }

    private static boolean isTemplatedLine(String line) {
        String stripped = line.strip();
        if (stripped.startsWith("#")) {
            return false;
        }
        return stripped.startsWith("{{") || stripped.startsWith("- {{") || stripped.contains(": {{");
    }
}
