package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import java.util.List;

/** A value made from others, written as {@code {{=…}}}. */
final class Computed extends Value {
    private final Expression expression;
    private final List<Value> sources;

    Computed(Expression expression, List<Value> sources) {
        this.expression = expression;
        this.sources = List.copyOf(sources);
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
