package io.tiphys.generator.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java values inside of longer texts. A value's {@code toString} has blanks before the closing braces, one or two; so it
 * is known from a tag that was written by hand, and what it needs is declared where the text is used.
 */
final class Mentions {
    private static final Pattern TAG = Pattern.compile("((?:inputs|workflow|outputs|steps|tasks)\\.[^{}\\s]+)( {1,2})");

    private static final Pattern EXPRESSION = Pattern.compile("=(\\S(?:.*\\S)?)( {1,2})", Pattern.DOTALL);

    private Mentions() {}

    /** How a path stands in a longer text. */
    static String tag(String path, boolean rich) {
        return "{{" + path + blanks(rich) + "}}";
    }

    /** How an expression stands in a longer text. */
    static String expression(String expression, boolean rich) {
        return "{{=" + expression + blanks(rich) + "}}";
    }

    private static String blanks(boolean rich) {
        return rich ? "  " : " ";
    }

    /** The text as it stands in the manifest. */
    static String unblanked(String text) {
        if (!text.contains(" }}")) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int done = 0;
        for (Tag tag : tags(text)) {
            plain.append(text, done, tag.from())
                    .append(tag.isExpression() ? "=" : "")
                    .append(tag.content());
            done = tag.to();
        }
        return plain.append(text, done, text.length()).toString();
    }

    /** Calls with each path that the text mentions, and whether there is more to declare than its name. */
    static void in(String text, BiConsumer<String, Boolean> mention) {
        if (text.contains(" }}")) {
            for (Tag tag : tags(text)) {
                List<String> paths = tag.isExpression() ? paths(tag.content()) : List.of(tag.content());
                paths.forEach(path -> mention.accept(path, tag.rich()));
            }
        }
    }

    /**
     * A Java value in a text.
     *
     * @param from behind the opening braces
     * @param to before the closing braces
     * @param rich more than a name is to be declared
     */
    private record Tag(int from, int to, boolean isExpression, String content, boolean rich) {}

    /** In one pass, however many braces never close. */
    private static List<Tag> tags(String text) {
        List<Tag> tags = new ArrayList<>();
        int open = text.indexOf("{{");
        int close = 0;
        while (open >= 0) {
            int next = text.indexOf("{{", open + 2);
            close = close < open + 2 ? text.indexOf("}}", open + 2) : close;
            if (close < 0) {
                return tags;
            }
            if (next < 0 || close < next) {
                tag(text, open + 2, close).ifPresent(tags::add);
            }
            open = next;
        }
        return tags;
    }

    private static Optional<Tag> tag(String text, int from, int to) {
        String body = text.substring(from, to);
        boolean isExpression = body.startsWith("=");
        Matcher matcher = (isExpression ? EXPRESSION : TAG).matcher(body);
        return matcher.matches()
                ? Optional.of(new Tag(
                        from,
                        to,
                        isExpression,
                        matcher.group(1),
                        matcher.group(2).length() == 2))
                : Optional.empty();
    }

    /** The paths in an expression as {@link io.tiphys.generator.dsl.expression.Notation} writes it, dotted. */
    private static List<String> paths(String expression) {
        List<String> paths = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '"') {
                at = behindText(expression, at);
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                int end = behindWord(expression, at);
                StringBuilder path = new StringBuilder(expression.substring(at, end));
                at = behindMembers(expression, end, path);
                paths.add(path.toString());
            } else {
                at++;
            }
        }
        return paths;
    }

    private static int behindMembers(String expression, int from, StringBuilder path) {
        int at = from;
        while (at < expression.length()) {
            if (expression.charAt(at) == '.') {
                int end = behindWord(expression, at + 1);
                path.append('.').append(expression, at + 1, end);
                at = end;
            } else if (expression.startsWith("[\"", at)) {
                int end = behindText(expression, at + 1);
                path.append('.').append(expression, at + 2, Math.max(at + 2, end - 1));
                at = Math.min(expression.length(), end + 1);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int behindWord(String expression, int from) {
        int at = from;
        while (at < expression.length()
                && (Character.isLetterOrDigit(expression.charAt(at)) || expression.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    /** @param quote place of the first quote */
    private static int behindText(String expression, int quote) {
        int at = quote + 1;
        while (at < expression.length() && expression.charAt(at) != '"') {
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(expression.length(), at + 1);
    }
}
