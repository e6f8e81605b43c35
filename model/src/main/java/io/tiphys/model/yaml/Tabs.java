package io.tiphys.model.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Go's parser takes a tab between tokens for white space, SnakeYAML refuses it. Blanks in its place mean the same and
 * keep all positions.
 */
final class Tabs {
    /** Each repair reads the document again. */
    static final int MOST_REPAIRS = 100;

    private static final Pattern LEADING = Pattern.compile("^[ \\t]*\\t[ \\t]*", Pattern.MULTILINE);

    private Tabs() {}

    /** The text with the refused tab replaced, or nothing where Go would refuse it too. */
    static Optional<String> repair(String text, int tab) {
        if (tab >= text.length() || text.charAt(tab) != '\t') {
            return Optional.empty();
        }
        int line = Math.max(text.lastIndexOf('\n', tab), text.lastIndexOf('\r', tab)) + 1;
        String before = text.substring(line, tab).strip();
        if (before.isEmpty()) {
            return isFlow(text)
                    ? Optional.of(LEADING.matcher(text)
                            .replaceAll(found -> " ".repeat(found.group().length())))
                    : Optional.empty();
        }
        char last = before.charAt(before.length() - 1);
        boolean indicator =
                (last == '-' || last == '?') && (before.length() == 1 || before.charAt(before.length() - 2) <= ' ');
        return indicator ? Optional.empty() : Optional.of(replaced(text, tab));
    }

    private static String replaced(String text, int tab) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = tab; i < text.length() && text.charAt(i) == '\t'; i++) {
            repaired.setCharAt(i, ' ');
        }
        return repaired.toString();
    }

    /** JSON, or YAML that is all braces: there the blanks at the start of a line are never content. */
    private static boolean isFlow(String text) {
        String content = text.stripLeading();
        if (content.startsWith("---")) {
            content = content.substring(3).stripLeading();
        }
        return content.startsWith("{") || content.startsWith("[");
    }
}
