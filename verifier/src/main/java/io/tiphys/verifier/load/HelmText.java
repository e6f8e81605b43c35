package io.tiphys.verifier.load;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tells the source of a Helm chart from broken YAML. */
final class HelmText {
    private HelmText() {}

    /**
     * The first line that starts with two braces, or has a value that does without quotes, counted from 1: YAML written by
     * hand has neither.
     */
    static OptionalInt firstLine(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> isTemplatedLine(lines.get(line)))
                .map(line -> line + 1)
                .findFirst();
    }

    private static boolean isTemplatedLine(String line) {
        String stripped = line.strip();
        if (stripped.startsWith("#")) {
            return false;
        }
        return stripped.startsWith("{{") || stripped.startsWith("- {{") || stripped.contains(": {{");
    }
}
