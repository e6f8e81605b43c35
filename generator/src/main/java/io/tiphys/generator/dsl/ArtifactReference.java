package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import java.util.List;

/** What a step or task made, or one of two such. */
final class ArtifactReference extends ArtifactValue {
    private final Expression expression;
    private final List<Value> sources;

    ArtifactReference(Expression expression, List<Value> sources) {
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
}
