package io.tiphys.verifier.lint.when;

import java.util.EnumSet;
import java.util.Set;

/** Sorts of tokens, and which may follow which: the whole grammar there is. */
enum Kind {
    START("the start"),
    PREFIX("a sign before a value"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TEXT("a quoted text"),
    TIME("a time"),
    PATTERN("a pattern"),
    WORD("a word"),
    ACCESS("a word with dots"),
    MODIFIER("an operator of numbers"),
    COMPARATOR("a comparison"),
    LOGICAL("&& or ||"),
    TERNARY("?, : or ??"),
    SEPARATOR("a comma"),
    OPEN("("),
    CLOSE(")");

    private static final Set<Kind> OPERAND = EnumSet.of(PREFIX, NUMBER, BOOLEAN, TEXT, TIME, WORD, ACCESS, OPEN);
    private static final Set<Kind> OPERATOR = EnumSet.of(MODIFIER, COMPARATOR, LOGICAL, TERNARY, SEPARATOR, CLOSE);

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean mayBeFollowedBy(Kind next) {
        return switch (this) {
            case START -> OPERAND.contains(next) || next == PATTERN;
            case OPEN -> OPERAND.contains(next) || next == PATTERN || next == CLOSE;
            case CLOSE ->
                OPERATOR.contains(next)
                        || (OPERAND.contains(next) && next != PREFIX && next != ACCESS)
                        || next == PATTERN;
            case NUMBER, BOOLEAN, TEXT, WORD -> OPERATOR.contains(next);
            case TIME, PATTERN -> OPERATOR.contains(next) && next != TERNARY;
            case ACCESS -> OPERATOR.contains(next) || next == OPEN;
            case MODIFIER -> (OPERAND.contains(next) && next != TIME) || next == CLOSE;
            case COMPARATOR -> OPERAND.contains(next) || next == PATTERN || next == CLOSE;
            case LOGICAL -> OPERAND.contains(next) || next == CLOSE;
            case PREFIX -> (OPERAND.contains(next) && next != PREFIX && next != TEXT && next != TIME) || next == CLOSE;
            case TERNARY -> OPERAND.contains(next) || next == SEPARATOR;
            case SEPARATOR -> OPERAND.contains(next);
        };
    }

    /** Whether a condition may end here. */
    boolean isLast() {
        return switch (this) {
            case NUMBER, BOOLEAN, TEXT, TIME, PATTERN, WORD, ACCESS, CLOSE -> true;
            default -> false;
        };
    }
}
