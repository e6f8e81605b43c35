package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static io.tiphys.verifier.cel.Types.QUANTITY;
import static io.tiphys.verifier.cel.Types.SEMVER;

import java.util.List;

/** Comparison of quantities and of semantic versions: {@code a.isLessThan(b)}. */
final class OrderLibrary extends CelLibrary {
    OrderLibrary(boolean withSemver) {
        super(List.of(
                both(withSemver, new CelFunction("compareTo", args -> (long) compare("compareTo", args)), INT),
                both(withSemver, new CelFunction("isLessThan", args -> compare("isLessThan", args) < 0), BOOL),
                both(withSemver, new CelFunction("isGreaterThan", args -> compare("isGreaterThan", args) > 0), BOOL)));
    }

    private static CelFunction both(boolean withSemver, CelFunction function, dev.cel.common.types.CelType result) {
        function.member(result, QUANTITY, QUANTITY);
        return withSemver ? function.member(result, SEMVER, SEMVER) : function;
    }

    private static int compare(String function, Object... args) {
        if (args[0] instanceof Quantity first && args[1] instanceof Quantity second) {
            return first.compareTo(second);
        }
        if (args[0] instanceof Semver first && args[1] instanceof Semver second) {
            return first.compareTo(second);
        }
        throw CelFailure.noSuchOverload(function, args);
    }
}
