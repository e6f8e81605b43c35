package io.tiphys.verifier.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A compiled expression. Immutable and usable by several threads. */
public final class CelExpression {
    private final CelRuntime.Program program;
    private final CelType type;
    private final CostPlan costs;

    CelExpression(CelRuntime.Program program, CelType type, CostPlan costs) {
        this.program = program;
        this.type = type;
        this.costs = costs;
    }

    /** Its static type. */
    public CelScope.CelTypeName type() {
        return new CelScope.CelTypeName(type);
    }

    /** Evaluates it; errors of the expression are results. */
    public CelResult evaluate(CelInput input) {
        return evaluateCounted(input).result();
    }

    /** Evaluates it and counts what it cost; beyond {@link CelBudget#PER_EXPRESSION} it fails. */
    public CelCost evaluateCounted(CelInput input) {
        CostMeter meter = new CostMeter(costs, CelBudget.PER_EXPRESSION);
        CelResult result;
        try {
            result = new CelResult.Value(unwrapped(program.trace(input, meter)));
        } catch (CelEvaluationException e) {
            result = new CelResult.Failed(ErrorText.of(e));
        } catch (CostExceededError | StackOverflowError e) {
            result = new CelResult.Failed(Limits.exceededText());
        }
        return new CelCost(result, meter.cost());
    }

    private static Object unwrapped(Object value) {
        return value instanceof CelValue known ? known.value() : value;
    }
}
