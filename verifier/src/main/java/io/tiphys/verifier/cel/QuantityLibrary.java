package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static io.tiphys.verifier.cel.Types.QUANTITY;

import dev.cel.common.types.CelType;
import java.util.List;

/** Quantities: {@code quantity('1Gi').isLessThan(quantity('2Gi'))}. */
final class QuantityLibrary extends CelLibrary {
    QuantityLibrary() {
        super(List.of(
                new CelFunction("quantity", QuantityLibrary::quantity).global(QUANTITY, STRING),
                new CelFunction("isQuantity", QuantityLibrary::isQuantity).global(BOOL, STRING),
                new CelFunction(
                                "isInteger",
                                args -> quantity("isInteger", args[0]).integer().isPresent())
                        .member(BOOL, QUANTITY),
                new CelFunction("asInteger", args -> quantity("asInteger", args[0])
                                .integer()
                                .orElseThrow(() -> new CelFailure("cannot convert value to integer")))
                        .member(INT, QUANTITY),
                new CelFunction("asApproximateFloat", args -> quantity("asApproximateFloat", args[0])
                                .approximateFloat())
                        .member(DOUBLE, QUANTITY),
                new CelFunction("sign", args -> (long) quantity("sign", args[0]).sign()).global(INT, QUANTITY),
                new CelFunction("add", args -> quantity("add", args[0]).plus(term("add", args[1])))
                        .member(QUANTITY, QUANTITY, QUANTITY)
                        .member(QUANTITY, QUANTITY, INT),
                new CelFunction("sub", args -> quantity("sub", args[0])
                                .plus(term("sub", args[1]).negated()))
                        .member(QUANTITY, QUANTITY, QUANTITY)
                        .member(QUANTITY, QUANTITY, INT)));
    }

    @Override
    List<CelType> types() {
        return List.of(QUANTITY);
    }

    private static Object quantity(Object[] args) {
        if (args[0] instanceof String text) {
            return Quantity.parse(text).orElseThrow(() -> new CelFailure(Quantity.WRONG_FORMAT));
        }
        throw CelFailure.noSuchOverload("quantity", args);
    }

    private static Object isQuantity(Object[] args) {
        if (args[0] instanceof String text) {
            return Quantity.parse(text).isPresent();
        }
        throw CelFailure.noSuchOverload("isQuantity", args);
    }

    private static Quantity quantity(String function, Object value) {
        if (value instanceof Quantity quantity) {
            return quantity;
        }
        throw CelFailure.noSuchOverload(function, value);
    }

    private static Quantity term(String function, Object value) {
        return value instanceof Long number ? Quantity.of(number) : quantity(function, value);
    }
}
