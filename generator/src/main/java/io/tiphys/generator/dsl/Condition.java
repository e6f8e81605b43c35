package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.generator.dsl.expression.Notation;
import io.tiphys.generator.dsl.expression.Operator;
import io.tiphys.model.object.Fields;
import java.util.List;

/** True or false when the workflow runs: for {@code when}, hooks, retries, metrics. Immutable. */
public final class Condition extends Value {
    private final Expression expression;
    private final List<Value> sources;

    Condition(Expression expression, List<Value> sources) {
        this.expression = expression;
        this.sources = List.copyOf(sources);
    }

    /** Both. */
    public Condition and(Condition other) {
        return new Condition(
                new Expression.Binary(Operator.AND, expression, Fields.given("and", other).expression),
                sourcesOf(this, other));
    }

    /** At least one. */
    public Condition or(Condition other) {
        return new Condition(
                new Expression.Binary(Operator.OR, expression, Fields.given("or", other).expression),
                sourcesOf(this, other));
    }

    /** The opposite. */
    public Condition not() {
        return new Condition(new Expression.Not(expression), sources);
    }

    /** One value or another: {@code condition ? yes : no}. */
    public Value choose(Object yes, Object no) {
        return new Computed(
                new Expression.Choice(expression, expressionOf(yes), expressionOf(no)), sourcesOf(this, yes, no));
    }

    /** As {@code when} takes it. */
    String when() {
        return Notation.when(expression);
    }

    /** As fields named {@code expression} take it. */
    String expr() {
        return Notation.expr(expression);
    }

    @Override
    Expression expression() {
        return expression;
    }

    @Override
    List<Value> sources() {
        return sources;
    }

    @Override
    boolean isRich() {
        return sources.stream().anyMatch(Value::isRich);
    }
}
