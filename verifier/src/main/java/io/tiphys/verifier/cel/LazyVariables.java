package io.tiphys.verifier.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code variables}: each evaluated when first touched, and once. One object per evaluation of a policy; not for
 * several threads.
 */
@SuppressWarnings("Immutable") // results are kept, but never change
public final class LazyVariables extends CelValue implements SelectableValue<String> {
    private final Map<String, CelExpression> expressions;
    private final CelInput input;
    private final Map<String, CelResult> results = new HashMap<>();
    private long cost;

    /**
     * Variables of one evaluation.
     *
     * @param expressions by name
     * @param input what they see besides one another
     */
    public LazyVariables(Map<String, CelExpression> expressions, CelInput input) {
        this.expressions = Map.copyOf(expressions);
        this.input = input.with(this);
    }

    /** The input that sees the variables. */
    public CelInput input() {
        return input;
    }

    /** What the variables have cost that were evaluated since the last call. */
    public long takeCost() {
        long taken = cost;
        cost = 0;
        return taken;
    }

    @Override
    public Object select(String field) {
        CelExpression expression = expressions.get(field);
        if (expression == null) {
            throw new CelFailure("no such key: " + field, CelErrorCode.ATTRIBUTE_NOT_FOUND);
        }
        CelResult result = results.get(field);
        if (result == null) {
            CelCost counted = expression.evaluateCounted(input);
            cost += counted.cost();
            result = counted.result();
            results.put(field, result);
        }
        if (result instanceof CelResult.Value found) {
            return found.value();
        }
        throw new CelFailure(
                "composited variable \"" + field + "\" fails to evaluate: " + ((CelResult.Failed) result).message());
    }

    @Override
    public Optional<?> find(String field) {
        return expressions.containsKey(field) ? Optional.of(select(field)) : Optional.empty();
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return expressions.isEmpty();
    }

    @Override
    public CelType celType() {
        return CelEnvironment.variablesType(Map.of());
    }
}
