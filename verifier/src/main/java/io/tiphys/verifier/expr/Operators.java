package io.tiphys.verifier.expr;

import java.util.Map;
import java.util.Set;

/** How strongly operators bind; the higher number first. */
final class Operators {
    /** Of operators before a node. */
    static final Map<String, Integer> UNARY = Map.of("not", 50, "!", 50, "-", 90, "+", 90);

    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("|", 0),
            Map.entry("or", 10),
            Map.entry("||", 10),
            Map.entry("and", 15),
            Map.entry("&&", 15),
            Map.entry("==", 20),
            Map.entry("!=", 20),
            Map.entry("<", 20),
            Map.entry(">", 20),
            Map.entry(">=", 20),
            Map.entry("<=", 20),
            Map.entry("in", 20),
            Map.entry("matches", 20),
            Map.entry("contains", 20),
            Map.entry("startsWith", 20),
            Map.entry("endsWith", 20),
            Map.entry("..", 25),
            Map.entry("+", 30),
            Map.entry("-", 30),
            Map.entry("*", 60),
            Map.entry("/", 60),
            Map.entry("%", 60),
            Map.entry("**", 100),
            Map.entry("^", 100),
            Map.entry("??", 500));
    private static final Set<String> COMPARISONS = Set.of("<", ">", ">=", "<=");
    private static final Set<String> NEGATED = Set.of("contains", "matches", "startsWith", "endsWith", "in");

    private Operators() {}

    /** How strongly an operator between two nodes binds; -1 if it is none. */
    static int binding(Token token) {
        return token.kind() == Token.Kind.OPERATOR ? BINARY.getOrDefault(token.value(), -1) : -1;
    }

    /** Whether the right side takes an operator of the same strength. */
    static boolean isRight(String operator) {
        return operator.equals("**") || operator.equals("^");
    }

    /** Whether it can stand in a row: {@code 1 < a < 3}. */
    static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.value());
    }

    /** Whether {@code not} may stand before it. */
    static boolean isNegated(Token token) {
        return token.kind() == Token.Kind.OPERATOR && NEGATED.contains(token.value());
    }
}
