package io.tiphys.verifier.cel;

import org.jspecify.annotations.Nullable;

/** The call of a function: our own body where there is one for these arguments, else dev.cel's. */
final class CallStep extends Step {
    private final Step[] arguments;
    private final @Nullable Body body;
    private final Foreign.Call foreign;
    private final @Nullable CallCosts costs;

    /** A function's body. It gives null where it leaves the answer, or the error, to dev.cel. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Object[] arguments);
    }

    CallStep(CostPlan costs, long id, Step[] arguments, @Nullable Body body, Foreign.Call foreign) {
        super(costs, id);
        this.arguments = arguments.clone();
        this.body = body;
        this.foreign = foreign;
        this.costs = costs.call((int) id);
    }

    @Override
    Object run(Frame frame) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].eval(frame);
        }
        Object result = body == null ? null : body.apply(values);
        if (result == null) {
            result = foreign.apply(values);
        }
        if (costs != null) {
            frame.charge(costs.of(values, result));
        }
        return result;
    }
}
