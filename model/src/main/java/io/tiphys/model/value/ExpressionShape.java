package io.tiphys.model.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Quotes and brackets of an expression, outside of strings and comments. */
final class ExpressionShape {
    private static final String OPEN = "([{";
    private static final String CLOSED = ")]}";

    private final String text;
    private final Deque<Character> brackets = new ArrayDeque<>();
    private int at;

    private ExpressionShape(String text) {
        this.text = text;
    }

    static Optional<String> problem(String text) {
        return new ExpressionShape(text).scan();
    }

    private Optional<String> scan() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                if (!skipString(c)) {
                    return Optional.of("has a quote " + c + " that is not closed");
                }
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                at++;
                skipTo("*/");
            } else if (OPEN.indexOf(c) >= 0) {
                brackets.push(CLOSED.charAt(OPEN.indexOf(c)));
            } else if (CLOSED.indexOf(c) >= 0 && (brackets.isEmpty() || brackets.pop() != c)) {
                return Optional.of("has a bracket " + c + " that closes none");
            }
        }
        return brackets.isEmpty() ? Optional.empty() : Optional.of("lacks a closing bracket " + brackets.peek());
    }

    /** Goes to the quote that closes a string; backslashes escape, except between backticks. */
    private boolean skipString(char quote) {
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && quote != '`') {
                at++;
            }
        }
        return at < text.length();
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 1);
        at = found < 0 ? text.length() : found + end.length() - 1;
    }
}
