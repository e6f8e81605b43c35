package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.generator.dsl.expression.Notation;
import java.util.List;

/** An artifact that is there when the workflow runs: an input, what a step made. Immutable. */
public abstract sealed class ArtifactValue permits ArtifactInput, ArtifactReference {

    abstract Expression expression();

    abstract List<Value> sources();

    /** {@code from}, or {@code fromExpression} for what is more than a path. */
    final Declaration in(Declaration declaration) {
        Object[] sources = sources().toArray();
        return expression() instanceof Expression.Path path
                ? declaration.changed(fields -> fields.set("from", Notation.tag(path)), sources)
                : declaration.changed(fields -> fields.set("fromExpression", Notation.expr(expression())), sources);
    }

    /** {@code {{…}}}. */
    @Override
    public final String toString() {
        return Notation.tag(expression());
    }
}
