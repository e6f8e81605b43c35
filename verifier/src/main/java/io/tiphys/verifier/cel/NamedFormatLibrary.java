package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats of texts: {@code format.dns1123Label().validate('My-Name').hasValue()}. */
final class NamedFormatLibrary extends CelLibrary {
    NamedFormatLibrary() {
        super(functions());
    }

    private static List<CelFunction> functions() {
        List<CelFunction> functions = new ArrayList<>();
        functions.add(new CelFunction("format.named", NamedFormatLibrary::named)
                .global(OptionalType.create(Types.FORMAT), STRING));
        functions.add(new CelFunction("validate", NamedFormatLibrary::validate)
                .member(OptionalType.create(Types.list(STRING)), Types.FORMAT, STRING));
        NamedFormat.ALL.forEach((name, format) ->
                functions.add(new CelFunction("format." + name, args -> format).global(Types.FORMAT)));
        return functions;
    }

    @Override
    List<CelType> types() {
        return List.of(Types.FORMAT);
    }

    private static Object named(Object[] args) {
        if (args[0] instanceof String name) {
            return Optional.ofNullable(NamedFormat.ALL.get(name));
        }
        throw CelFailure.noSuchOverload("format.named", args);
    }

    private static Object validate(Object[] args) {
        if (args[0] instanceof NamedFormat format && args[1] instanceof String text) {
            return format.problems(text);
        }
        throw CelFailure.noSuchOverload("validate", args);
    }
}
