package io.tiphys.verifier.cel;

import dev.cel.common.types.OptionalType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code [optional.of(1), optional.none()].unwrapOpt()}: the values that are there. */
final class OptionalListLibrary extends CelLibrary {
    OptionalListLibrary() {
        super(List.of(new CelFunction("unwrapOpt", OptionalListLibrary::unwrap)
                .member(Types.list(Types.T), Types.list(OptionalType.create(Types.T)))));
    }

    private static Object unwrap(Object[] args) {
        if (!(args[0] instanceof Collection<?> list)) {
            throw CelFailure.noSuchOverload("unwrapOpt", args);
        }
        List<Object> values = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Optional<?> optional)) {
                throw CelFailure.noSuchOverload("unwrapOpt", args);
            }
            optional.ifPresent(values::add);
        }
        return List.copyOf(values);
    }
}
