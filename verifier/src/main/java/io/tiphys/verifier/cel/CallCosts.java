package io.tiphys.verifier.cel;

import org.jspecify.annotations.Nullable;

/** What a call costs, by its arguments: walking a text costs a tenth of its length, most else 1. */
@FunctionalInterface
interface CallCosts {
    /** The cost of a call. */
    long of(@Nullable Object[] arguments, @Nullable Object result);

    /** The costs of a function, or of its overload where the checker found one. */
    static CallCosts of(String function, String overload) {
        return CallCostTable.of(function, overload);
    }
}
