package io.tiphys.verifier.cel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps that decide what is evaluated next. */
final class LogicSteps {
    private LogicSteps() {}

    private static CelFailure noBool() {
        return CelFailure.noSuchOverload();
    }

    /** {@code a && b}, {@code a || b}: an error on one side counts only where the other does not decide. */
    static final class Both extends Step {
        private final Step first;
        private final Step second;
        private final Boolean decisive;

        Both(CostPlan costs, long id, Step first, Step second, boolean decisive) {
            super(costs, id);
            this.first = first;
            this.second = second;
            this.decisive = decisive;
        }

        @Override
        Object run(Frame frame) {
            CelFailure failure = null;
            try {
                Object value = first.eval(frame);
                if (decisive.equals(value)) {
                    return decisive;
                }
                failure = value instanceof Boolean ? null : noBool();
            } catch (CelFailure e) {
                failure = e;
            }
            Object value;
            try {
                value = second.eval(frame);
            } catch (CelFailure e) {
                throw failure == null ? e : failure;
            }
            if (decisive.equals(value)) {
                return decisive;
            }
            if (failure == null && !(value instanceof Boolean)) {
                failure = noBool();
            }
            if (failure != null) {
                throw failure;
            }
            return !decisive;
        }
    }

    /** {@code a ? b : c}. */
    static final class Choice extends Step {
        private final Step condition;
        private final Step yes;
        private final Step no;

        Choice(CostPlan costs, long id, Step condition, Step yes, Step no) {
            super(costs, id);
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        Object run(Frame frame) {
            if (!(condition.eval(frame) instanceof Boolean chosen)) {
                throw noBool();
            }
            return chosen ? yes.eval(frame) : no.eval(frame);
        }
    }

    /** What ends the loops of {@code all} and {@code exists}: false only where its argument is false, not where it fails. */
    static final class Unless extends Step {
        private final Step argument;
        private final int callCost;

        Unless(Step argument, int callCost) {
            super(0, 0);
            this.argument = argument;
            this.callCost = callCost;
        }

        @Override
        Object run(Frame frame) {
            @Nullable Object value;
            try {
                value = argument.eval(frame);
            } catch (CelFailure e) {
                value = null;
            }
            frame.charge(callCost);
            return !Boolean.FALSE.equals(value);
        }
    }

    /** {@code a.or(b)}, {@code a.orValue(b)}; a value that is no optional is its own. */
    static final class Otherwise extends Step {
        private final Step first;
        private final Step second;
        private final boolean unwraps;

        Otherwise(CostPlan costs, long id, Step first, Step second, boolean unwraps) {
            super(costs, id);
            this.first = first;
            this.second = second;
            this.unwraps = unwraps;
        }

        @Override
        Object run(Frame frame) {
            Object value = first.eval(frame);
            if (!(value instanceof Optional<?> optional)) {
                return unwraps ? value : Optional.of(value);
            }
            if (optional.isPresent()) {
                return unwraps ? optional.get() : optional;
            }
            return second.eval(frame);
        }
    }
}
