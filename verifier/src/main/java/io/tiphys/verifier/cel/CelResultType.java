package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.stream.Collectors;

/** The static type that an expression must have; dyn never does. */
public enum CelResultType {
    /** Validations and match conditions. */
    BOOL(SimpleType.BOOL),
    /** Message expressions. */
    STRING(SimpleType.STRING),
    /** Audit annotations. */
    STRING_OR_NULL(SimpleType.STRING, SimpleType.NULL_TYPE),
    /** Variables. */
    ANY;

    private final ImmutableList<CelType> types;

    CelResultType(CelType... types) {
        this.types = ImmutableList.copyOf(types);
    }

    boolean allows(CelType type) {
        return types.isEmpty() || types.contains(type);
    }

    /** The words of Kubernetes. */
    String refusal(CelType found) {
        String name = found.equals(SimpleType.NULL_TYPE) ? "null" : found.name();
        return types.size() == 1
                ? "must evaluate to " + types.get(0).name() + " but got " + name
                : "must evaluate to one of "
                        + types.stream()
                                .map(type -> type.equals(SimpleType.NULL_TYPE) ? "null_type" : type.name())
                                .collect(Collectors.joining(" ", "[", "]"))
                        + " but got " + name;
    }
}
