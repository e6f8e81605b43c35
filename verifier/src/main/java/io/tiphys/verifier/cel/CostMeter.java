package io.tiphys.verifier.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the cost of one evaluation, and ends it where it costs too much. Not for several threads. */
final class CostMeter implements CelEvaluationListener {
    private static final int MISSING = -1;

    private final CostPlan plan;
    private final long limit;
    private final @Nullable Object[] values;
    private long cost;

    CostMeter(CostPlan plan, long limit) {
        this.plan = plan;
        this.limit = limit;
        this.values = new Object[plan.nodes()];
    }

    long cost() {
        return cost;
    }

    @Override
    public void callback(CelExpr expr, Object value) {
        long id = expr.id();
        if (id <= MISSING || id >= values.length) {
            return;
        }
        int at = (int) id;
        values[at] = value;
        cost += plan.fixed(at);
        if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
            cost += plan.ifPresent(at);
        }
        CostPlan.Call call = plan.call(at);
        if (call != null) {
            cost += CallCosts.of(call, arguments(call), value);
        }
        if (cost > limit) {
            throw new CostExceededError();
        }
    }

    private @Nullable Object[] arguments(CostPlan.Call call) {
        @Nullable Object[] arguments = new Object[call.arguments().length()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values[call.arguments().get(i)];
        }
        return arguments;
    }
}
