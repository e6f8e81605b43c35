package io.tiphys.verifier.cel;

import java.util.Optional;

/** A node of an expression, ready to run. Immutable; errors are {@link CelFailure}. */
abstract class Step {
    private final int cost;
    private final int costIfPresent;

    Step(CostPlan costs, long id) {
        this(costs.fixed((int) id), costs.ifPresent((int) id));
    }

    Step(int cost, int costIfPresent) {
        this.cost = cost;
        this.costIfPresent = costIfPresent;
    }

    /** Its value; what it costs is charged to the frame. */
    final Object eval(Frame frame) {
        Object value = run(frame);
        if (cost != 0) {
            frame.charge(cost);
        }
        if (costIfPresent != 0 && !(value instanceof Optional<?> optional && optional.isEmpty())) {
            frame.charge(costIfPresent);
        }
        return value;
    }

    abstract Object run(Frame frame);
}
