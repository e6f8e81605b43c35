package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.generator.dsl.expression.Notation;
import io.tiphys.generator.dsl.expression.Operator;
import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that Argo fills in when the workflow runs: a parameter, a step's result, an expression made from them. Its
 * {@code toString} is the {@code {{…}}} form, so that it can stand in any text. Immutable.
 */
public abstract sealed class Value permits Input, WorkflowParameter, OutputParameter, Variable, Computed, Condition {

    abstract Expression expression();

    /** The values with a declaration or an owner that this one is made from. */
    abstract List<Value> sources();

    /** {@code ==}: {@code flip.result().is("heads")}. */
    public final Condition is(Object other) {
        return compare(Operator.EQUAL, other);
    }

    /** {@code !=}. */
    public final Condition isNot(Object other) {
        return compare(Operator.NOT_EQUAL, other);
    }

    /** {@code <}. */
    public final Condition isLessThan(Object other) {
        return compare(Operator.LESS, other);
    }

    /** {@code <=}. */
    public final Condition isAtMost(Object other) {
        return compare(Operator.AT_MOST, other);
    }

    /** {@code >}. */
    public final Condition isMoreThan(Object other) {
        return compare(Operator.MORE, other);
    }

    /** {@code >=}. */
    public final Condition isAtLeast(Object other) {
        return compare(Operator.AT_LEAST, other);
    }

    /** The sum; parameters are texts, which {@code +} joins: {@code asInt()} first for numbers. */
    public final Value plus(Object other) {
        return calculate(Operator.PLUS, other);
    }

    /** The difference of numbers. */
    public final Value minus(Object other) {
        return calculate(Operator.MINUS, other);
    }

    /** The product of numbers. */
    public final Value times(Object other) {
        return calculate(Operator.TIMES, other);
    }

    /** The quotient of numbers. */
    public final Value dividedBy(Object other) {
        return calculate(Operator.DIVIDE, other);
    }

    /** The remainder of whole numbers. */
    public final Value modulo(Object other) {
        return calculate(Operator.MODULO, other);
    }

    /** The text read as a whole number: {@code asInt(…)}. */
    public final Value asInt() {
        return apply("asInt");
    }

    /** The text read as a number: {@code asFloat(…)}. */
    public final Value asFloat() {
        return apply("asFloat");
    }

    /** The value written as JSON: {@code toJson(…)}. */
    public final Value toJson() {
        return apply("toJson");
    }

    /** What a JSON path finds in the text: {@code jsonpath(…, '$.a')}. */
    public final Value jsonPath(String path) {
        return apply("jsonpath", path);
    }

    /** Any function of Argo's expressions, this value its first argument: {@code apply("sprig.trim")}. */
    public final Value apply(String function, Object... more) {
        List<Expression> arguments = new ArrayList<>(List.of(expression()));
        Texts.given("apply", more).stream().map(Value::expressionOf).forEach(arguments::add);
        return new Computed(
                new Expression.Invoke(Fields.given("function", function), arguments), sourcesOf(this, more));
    }

    private Condition compare(Operator operator, Object other) {
        return new Condition(
                new Expression.Binary(operator, expression(), expressionOf(other)), sourcesOf(this, other));
    }

    private Value calculate(Operator operator, Object other) {
        return new Computed(new Expression.Binary(operator, expression(), expressionOf(other)), sourcesOf(this, other));
    }

    static Expression expressionOf(Object value) {
        return value instanceof Value other
                ? other.expression()
                : Expression.literal(Fields.given("an operand of an expression", value));
    }

    static List<Value> sourcesOf(Value first, Object... more) {
        List<Value> sources = new ArrayList<>(first.sources());
        for (Object value : more) {
            if (value instanceof Value other) {
                sources.addAll(other.sources());
            }
        }
        return sources;
    }

    /** How it stands where it is given whole; what it declares is then known. */
    String tag() {
        return Notation.tag(expression());
    }

    /** Whether it has more to declare than a name. */
    abstract boolean isRich();

    /** How it stands in a longer text: the tag, with a blank before its end if something has to be declared for it. */
    @Override
    public String toString() {
        return expression() instanceof Expression.Path || sources().isEmpty()
                ? tag()
                : Mentions.expression(
                        Notation.expr(expression()), sources().stream().anyMatch(Value::isRich));
    }
}
