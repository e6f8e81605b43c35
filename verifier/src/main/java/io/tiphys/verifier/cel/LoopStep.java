package io.tiphys.verifier.cel;

import java.util.Collection;
import java.util.Map;

/** A comprehension: what {@code all}, {@code map} and their like become. */
final class LoopStep extends Step {
    private final Parts parts;
    private final Slots slots;

    /**
     * Its parts.
     *
     * @param range a list, or a map with its keys
     * @param condition goes on while it is true
     * @param step the accumulator's next value
     * @param holdsErrors whether an error of the step is the accumulator's value, which a later step may pass over
     */
    record Parts(Step range, Step condition, Step step, Step result, boolean holdsErrors) {}

    /** Where its variables are kept; {@code second} is negative where there is none. */
    record Slots(int accumulator, int item, int second) {}

    LoopStep(CostPlan costs, long id, Parts parts, Slots slots) {
        super(costs, id);
        this.parts = parts;
        this.slots = slots;
    }

    @Override
    Object run(Frame frame) {
        Object range = parts.range().eval(frame);
        frame.local(slots.accumulator(), null);
        if (range instanceof Map<?, ?> map) {
            over(map, frame);
        } else if (range instanceof Collection<?> list) {
            over(list, frame);
        } else {
            throw CelFailure.noSuchOverload();
        }
        return Growing.end(parts.result().eval(frame));
    }

    private void over(Map<?, ?> map, Frame frame) {
        if (slots.second() < 0) {
            for (Object key : map.keySet()) {
                if (!next(frame, key)) {
                    return;
                }
            }
            return;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            frame.local(slots.second(), entry.getValue());
            if (!next(frame, entry.getKey())) {
                return;
            }
        }
    }

    private void over(Collection<?> list, Frame frame) {
        long index = 0;
        for (Object item : list) {
            if (slots.second() >= 0) {
                frame.local(slots.second(), item);
            }
            if (!next(frame, slots.second() < 0 ? item : (Object) index++)) {
                return;
            }
        }
    }

    /** Whether to go on. */
    private boolean next(Frame frame, Object item) {
        frame.iterate();
        frame.local(slots.item(), item);
        if (!Boolean.TRUE.equals(parts.condition().eval(frame))) {
            return false;
        }
        try {
            frame.local(slots.accumulator(), parts.step().eval(frame));
        } catch (CelFailure e) {
            if (!parts.holdsErrors()) {
                throw e;
            }
            frame.local(slots.accumulator(), e);
        }
        return true;
    }
}
