package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of values, and their names in Kubernetes' messages. */
final class Types {
    static final OpaqueType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    static final OpaqueType SEMVER = OpaqueType.create("kubernetes.Semver");
    static final OpaqueType URL = OpaqueType.create("kubernetes.URL");
    static final OpaqueType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
    static final OpaqueType IP = OpaqueType.create("net.IP");
    static final OpaqueType CIDR = OpaqueType.create("net.CIDR");
    static final TypeParamType T = TypeParamType.create("T");

    private Types() {}

    static ListType list(CelType element) {
        return ListType.create(element);
    }

    /** Some value of a type: what no clause of a format takes is itself; what may be anything is {@link TextFormat#ANY}. */
    static Object sample(CelType type) {
        return switch (type.kind()) {
            case BOOL -> true;
            case INT -> 0L;
            case UINT -> UnsignedLong.ZERO;
            case DOUBLE -> 0.0;
            case STRING -> "";
            case BYTES -> CelByteString.EMPTY;
            case LIST -> List.of();
            case MAP -> Map.of();
            case DURATION -> Duration.ZERO;
            case TIMESTAMP -> Instant.EPOCH;
            case NULL_TYPE -> NullValue.NULL_VALUE;
            case OPAQUE -> type instanceof OptionalType ? Optional.empty() : new Sample(type);
            default -> TextFormat.ANY;
        };
    }

    /** A value of which only the type is known. */
    private record Sample(CelType type) {}

    /** What a type is called: {@code int}, {@code list}. */
    static String textOf(CelType type) {
        if (type instanceof TypeType wrapped && !wrapped.parameters().isEmpty()) {
            CelType inner = wrapped.parameters().get(0);
            return inner.equals(SimpleType.DYN) ? "type" : inner.name();
        }
        return type.name();
    }

    /** The name of a value's type, as {@code type()} and error messages give it. */
    static String nameOf(@Nullable Object value) {
        if (value == null || value instanceof NullValue) {
            return "null_type";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Long) {
            return "int";
        } else if (value instanceof UnsignedLong) {
            return "uint";
        } else if (value instanceof Double) {
            return "double";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof CelByteString) {
            return "bytes";
        } else if (value instanceof Map) {
            return "map";
        } else if (value instanceof Collection) {
            return "list";
        } else if (value instanceof Optional) {
            return "optional_type";
        } else if (value instanceof Duration) {
            return "google.protobuf.Duration";
        } else if (value instanceof Instant) {
            return "google.protobuf.Timestamp";
        } else if (value instanceof CelType type) {
            return type.kind() == dev.cel.common.types.CelKind.TYPE ? SimpleType.DYN.name() : type.name();
        } else if (value instanceof Sample sample) {
            return sample.type().name();
        } else if (value instanceof CelValue known) {
            return known.celType().name();
        }
        return value.getClass().getSimpleName();
    }
}
