package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.STRING;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code string(value)}, with Go's way to write numbers, and {@code join}, which takes strings only. */
final class TextLibrary extends CelLibrary {

    /** The argument types that some version adds. */
    TextLibrary(List<CelType> more) {
        super(List.of(
                string(more),
                new CelFunction("join", TextLibrary::join)
                        .member(STRING, Types.list(STRING))
                        .member(STRING, Types.list(STRING), STRING)));
    }

    private static CelFunction string(List<CelType> more) {
        CelFunction function = new CelFunction("string", TextLibrary::string)
                .standard(
                        "string_to_string",
                        "int64_to_string",
                        "uint64_to_string",
                        "double_to_string",
                        "bool_to_string",
                        "bytes_to_string",
                        "timestamp_to_string",
                        "duration_to_string");
        more.forEach(type -> function.global(STRING, type));
        return function;
    }

    private static Object string(Object[] args) {
        Object value = args[0];
        if (value instanceof Double number) {
            return ValueText.shortNumber(number);
        }
        if (value instanceof CelByteString bytes && !bytes.isValidUtf8()) {
            throw new CelFailure("invalid UTF-8 in bytes, cannot convert to string");
        }
        boolean known = value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof UnsignedLong
                || value instanceof CelByteString
                || value instanceof Duration
                || value instanceof Instant;
        if (known) {
            return ValueText.of(value);
        }
        if (value instanceof Ip || value instanceof Cidr) {
            return value.toString();
        }
        throw CelFailure.noSuchOverload("string", args);
    }

    private static Object join(Object[] args) {
        if (!(args[0] instanceof List<?> list) || (args.length == 2 && !(args[1] instanceof String))) {
            throw CelFailure.noSuchOverload("join", args);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String part)) {
                throw CelFailure.noSuchOverload("join", args);
            }
            text.append(i > 0 && args.length == 2 ? args[1] : "").append(part);
            Limits.checkSize(text.length());
        }
        return text.toString();
    }
}
