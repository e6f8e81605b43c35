package io.tiphys.verifier.cel;

import dev.cel.common.CelErrorCode;

/** Steps that read: constants, inputs, variables of loops, fields. */
final class ReadSteps {
    private ReadSteps() {}

    /** What is written in the expression. */
    static final class Constant extends Step {
        private final Object value;

        Constant(Object value) {
            super(0, 0);
            this.value = value;
        }

        Object value() {
            return value;
        }

        @Override
        Object run(Frame frame) {
            return value;
        }
    }

    /** {@code object}, {@code params} …. */
    static final class Input extends Step {
        private final String name;

        Input(CostPlan costs, long id, String name) {
            super(costs, id);
            this.name = name;
        }

        @Override
        Object run(Frame frame) {
            return frame.input(name);
        }
    }

    /** The item that a loop is at. */
    static final class Item extends Step {
        private final int slot;

        Item(CostPlan costs, long id, int slot) {
            super(costs, id);
            this.slot = slot;
        }

        @Override
        Object run(Frame frame) {
            return java.util.Objects.requireNonNull(frame.local(slot));
        }
    }

    /** What a loop has so far; it begins when it is first asked for. */
    static final class Accumulator extends Step {
        private final int slot;
        private final Step initial;

        Accumulator(CostPlan costs, long id, int slot, Step initial) {
            super(costs, id);
            this.slot = slot;
            this.initial = initial;
        }

        @Override
        Object run(Frame frame) {
            Object value = frame.local(slot);
            if (value == null) {
                value = Growing.begin(initial.eval(frame));
                frame.local(slot, value);
            }
            if (value instanceof CelFailure failure) {
                frame.charge(1);
                throw failure;
            }
            return value;
        }
    }

    /** {@code a.b}. */
    static final class Field extends Step {
        private final Step operand;
        private final String name;
        private final Foreign.Call foreign;

        Field(CostPlan costs, long id, Step operand, String name, Foreign.Call foreign) {
            super(costs, id);
            this.operand = operand;
            this.name = name;
            this.foreign = foreign;
        }

        @Override
        Object run(Frame frame) {
            Object value = operand.eval(frame);
            if (value instanceof CelMap map) {
                Object found = map.get(name);
                if (found == null) {
                    throw new CelFailure("no such key: " + name, CelErrorCode.ATTRIBUTE_NOT_FOUND);
                }
                return found;
            }
            return value instanceof LazyVariables variables ? variables.select(name) : foreign.apply(value);
        }
    }

    /** {@code has(a.b)}, {@code a.?b}, and {@code .c} of the latter. */
    static final class Presences extends Step {
        private final Step operand;
        private final String name;
        private final boolean test;

        Presences(CostPlan costs, long id, Step operand, String name, boolean test) {
            super(costs, id);
            this.operand = operand;
            this.name = name;
            this.test = test;
        }

        @Override
        Object run(Frame frame) {
            Object value = operand.eval(frame);
            return test ? Presence.isPresent(value, name) : Presence.select(value, name);
        }
    }
}
