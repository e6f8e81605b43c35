package io.tiphys.verifier.cel;

import org.jspecify.annotations.Nullable;

/** One evaluation: its input, the variables of its loops, and what it has cost. Not for several threads. */
final class Frame {
    private final CelInput input;
    private final @Nullable Object[] locals;
    private final long limit;
    private long cost;
    private int iterations;

    Frame(CelInput input, int locals, long limit) {
        this.input = input;
        this.locals = new Object[locals];
        this.limit = limit;
    }

    Object input(String name) {
        return input.value(name);
    }

    @Nullable
    Object local(int slot) {
        return locals[slot];
    }

    void local(int slot, @Nullable Object value) {
        locals[slot] = value;
    }

    long cost() {
        return cost;
    }

    void charge(long more) {
        cost += more;
        if (cost > limit) {
            throw new CostExceededError();
        }
    }

    void iterate() {
        if (++iterations > Limits.ITERATIONS) {
            throw Limits.exceeded();
        }
    }
}
