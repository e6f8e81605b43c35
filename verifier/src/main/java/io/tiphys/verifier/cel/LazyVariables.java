package io.tiphys.verifier.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code variables}: each evaluated when first touched, and once. One object per evaluation of a policy; not for
 * several threads.
 */
@SuppressWarnings("Immutable") // results are kept, but never change
public final class LazyVariables extends CelValue implements SelectableValue<String> {
    private final Map<String, CelExpression> expressions;
    private final CelInput input;
    private final FixedVariables fixed;
    private final Map<String, CelResult> results = new HashMap<>();
    private @Nullable Set<String> touched;
    private long cost;

    /**
     * Variables of one evaluation.
     *
     * @param expressions by name
     * @param input what they see besides one another
     * @param fixed those that are the same for all objects
     */
    public LazyVariables(Map<String, CelExpression> expressions, CelInput input, FixedVariables fixed) {
        this.expressions = expressions;
        this.input = input.with(this);
        this.fixed = fixed;
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
        if (!expressions.containsKey(field)) {
            throw new CelFailure("no such key: " + field, CelErrorCode.ATTRIBUTE_NOT_FOUND);
        }
        CelResult result = result(field);
        if (result instanceof CelResult.Value found) {
            return found.value();
        }
        throw new CelFailure(
                "composited variable \"" + field + "\" fails to evaluate: " + ((CelResult.Failed) result).message());
    }

    private CelResult result(String field) {
        if (touched != null) {
            touched.add(field);
        }
        CelResult result = results.get(field);
        if (result == null) {
            CelExpression expression = Objects.requireNonNull(expressions.get(field));
            CelCost counted = fixed.has(field) ? fixed(field, expression) : expression.evaluateCounted(input);
            cost += counted.cost();
            result = counted.result();
            results.put(field, result);
        }
        return result;
    }

    private CelCost fixed(String field, CelExpression expression) {
        FixedVariables.Known known = fixed.get(field);
        if (known != null) {
            for (String other : known.touched()) {
                result(other);
            }
            return known.counted();
        }
        Set<String> outer = touched;
        Set<String> own = new LinkedHashSet<>();
        touched = own;
        CelCost counted = expression.evaluateCounted(input);
        touched = outer;
        fixed.put(field, new FixedVariables.Known(counted, List.copyOf(own)));
        return counted;
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
