package io.tiphys.generator.dsl.expression;

import java.math.BigDecimal;
import java.util.List;

/** A node of an expression. Immutable, equal by content. */
public sealed interface Expression {

    /**
     * Something that Argo knows when the workflow runs.
     *
     * @param segments {@code steps, flip-coin, outputs, result}
     */
    record Path(List<String> segments) implements Expression {
        public Path {
            segments = List.copyOf(segments);
        }

        /** A path of these segments. */
        public static Path of(String... segments) {
            return new Path(List.of(segments));
        }

        /** {@code steps.flip-coin.outputs.result}. */
        public String dotted() {
            return String.join(".", segments);
        }
    }

    /** A text. */
    record Text(String text) implements Expression {}

    /** A number. */
    record Num(BigDecimal number) implements Expression {}

    /** True or false. */
    record Bool(boolean value) implements Expression {}

    /** {@code !operand}. */
    record Not(Expression operand) implements Expression {}

    /** Two operands. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** {@code condition ? yes : no}. */
    record Choice(Expression condition, Expression yes, Expression no) implements Expression {}

    /** A function: {@code asInt}, {@code sprig.trim}. */
    record Invoke(String function, List<Expression> arguments) implements Expression {
        public Invoke {
            arguments = List.copyOf(arguments);
        }
    }

    /** A Java value as a literal; whatever is neither number nor truth value is a text. */
    static Expression literal(Object value) {
        if (value instanceof Expression expression) {
            return expression;
        } else if (value instanceof Boolean bool) {
            return new Bool(bool);
        } else if (value instanceof Number number) {
            return new Num(new BigDecimal(number.toString()));
        }
        return new Text(value.toString());
    }
}
