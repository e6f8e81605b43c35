package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.STRING;

import java.util.List;

/** {@code '%s has %d'.format([name, count])}. */
final class FormatLibrary extends CelLibrary {
    FormatLibrary() {
        super(List.of(new CelFunction("format", FormatLibrary::format).member(STRING, STRING, Types.list(DYN))));
    }

    private static Object format(Object[] args) {
        if (args[0] instanceof String template && args[1] instanceof List<?> values) {
            return TextFormat.format(template, values);
        }
        throw CelFailure.noSuchOverload("format", args);
    }
}
