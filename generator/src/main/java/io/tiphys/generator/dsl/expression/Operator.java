package io.tiphys.generator.dsl.expression;

/** An operator of two operands; expr-lang and govaluate write these alike and agree on their order. */
public enum Operator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    AT_MOST("<=", 3),
    MORE(">", 3),
    AT_LEAST(">=", 3),
    PLUS("+", 4),
    MINUS("-", 4),
    TIMES("*", 5),
    DIVIDE("/", 5),
    MODULO("%", 5);

    private final String symbol;
    private final int strength;

    Operator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** The stronger binds first. */
    int strength() {
        return strength;
    }

    boolean isComparison() {
        return strength == 3;
    }
}
