package io.tiphys.verifier.load;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A line of an ignore file, as {@code .gitignore} has them.
 *
 * @param path what it matches: paths from the folder of the file on, with {@code /}
 * @param foldersOnly whether it ends in a slash
 * @param takenBack whether it begins with an exclamation mark
 */
record IgnorePattern(Pattern path, boolean foldersOnly, boolean takenBack) {
    private static final int MOST_STARS = 20;

    /**
     * The pattern of a line; nothing for blank lines and comments.
     *
     * @throws PatternSyntaxException if it is none
     */
    static Optional<IgnorePattern> of(String line) {
        String text = line.replaceFirst("(?<!\\\\)[ \t]+$", "");
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean takenBack = text.startsWith("!");
        text = takenBack ? text.substring(1) : text;
        boolean foldersOnly = text.endsWith("/");
        text = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = text.contains("/");
        text = text.startsWith("/") ? text.substring(1) : text;
        if (text.chars().filter(c -> c == '*').count() > MOST_STARS) {
            throw new PatternSyntaxException("more than " + MOST_STARS + " stars", line, -1);
        }
        String path = (anchored ? "" : "(?:.*/)?") + regex(text, line);
        return Optional.of(new IgnorePattern(Pattern.compile(path), foldersOnly, takenBack));
    }

    boolean matches(String relative, boolean folder) {
        return (folder || !foldersOnly) && path.matcher(relative).matches();
    }

    private static String regex(String text, String line) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean starts = at == 0 || text.charAt(at - 1) == '/';
            if (starts && text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += "**/".length();
            } else if (starts && text.substring(at).equals("**")) {
                regex.append(".+");
                at += "**".length();
            } else if (c == '*') {
                regex.append("[^/]*");
                at++;
            } else if (c == '?') {
                regex.append("[^/]");
                at++;
            } else if (c == '[') {
                at = characters(text, at, regex, line);
            } else {
                int literal = c == '\\' && at + 1 < text.length() ? at + 1 : at;
                regex.append(Pattern.quote(String.valueOf(text.charAt(literal))));
                at = literal + 1;
            }
        }
        return regex.toString();
    }

    /** One of several characters, {@code [a-c]}, or none of them, {@code [!a-c]}; where it ends. */
    private static int characters(String text, int open, StringBuilder regex, String line) {
        int start = open + 1;
        boolean none = start < text.length() && "!^".indexOf(text.charAt(start)) >= 0;
        start += none ? 1 : 0;
        int close = text.indexOf(']', start + 1);
        if (close < 0) {
            throw new PatternSyntaxException("a bracket is not closed", line, open);
        }
        regex.append("(?!/)[").append(none ? "^" : "");
        regex.append(text.substring(start, close).replaceAll("[\\\\\\[\\]&^]", "\\\\$0"));
        regex.append(']');
        return close + 1;
    }
}
