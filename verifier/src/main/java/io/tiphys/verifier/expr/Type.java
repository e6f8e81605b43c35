package io.tiphys.verifier.expr;

import java.util.Optional;

/**
 * What is known of a node before it has a value.
 *
 * @param kind its kind
 * @param declared of a list, what Go declares its items to be
 * @param item of a list, what its items are known to be
 */
record Type(Kind kind, Kind declared, Optional<Type> item) {
    enum Kind {
        ANY,
        NIL,
        BOOL,
        INT,
        FLOAT,
        TEXT,
        LIST,
        MAP,
        SPAN,
        FIELDS,
        FUNCTION
    }

    static final Type ANY = of(Kind.ANY);
    static final Type NIL = of(Kind.NIL);
    static final Type BOOL = of(Kind.BOOL);
    static final Type INT = of(Kind.INT);
    static final Type FLOAT = of(Kind.FLOAT);
    static final Type TEXT = of(Kind.TEXT);
    static final Type MAP = of(Kind.MAP);
    static final Type SPAN = of(Kind.SPAN);
    static final Type FUNCTION = of(Kind.FUNCTION);
    static final Type LIST = list(Kind.ANY);

    static Type of(Kind kind) {
        return new Type(kind, Kind.ANY, Optional.empty());
    }

    static Type list(Kind declared) {
        return new Type(Kind.LIST, declared, Optional.empty());
    }

    static Type listOf(Type item) {
        return new Type(Kind.LIST, Kind.ANY, Optional.of(item));
    }

    /** What the items of a list or map are. */
    Type element() {
        return kind == Kind.LIST ? item.orElse(of(declared)) : ANY;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isAny() {
        return kind == Kind.ANY;
    }

    boolean isNumber() {
        return kind == Kind.INT || kind == Kind.FLOAT;
    }

    /** Whether a value of this type can be stored where the other is declared. */
    boolean fits(Type other) {
        if (kind == Kind.NIL) {
            return other.isAny() || other.is(Kind.MAP) || other.is(Kind.LIST) || other.is(Kind.FUNCTION);
        }
        return !isAny() && !other.isAny() && kind == other.kind && declared == other.declared;
    }

    boolean comparesWith(Type other) {
        return isAny()
                || other.isAny()
                || kind == Kind.NIL
                || other.is(Kind.NIL)
                || (isNumber() && other.isNumber())
                || (kind == other.kind && kind != Kind.FIELDS)
                || fits(other);
    }

    String shown() {
        return switch (kind) {
            case ANY -> "an unknown value";
            case NIL -> "nil";
            case BOOL -> "a boolean";
            case INT -> "an integer";
            case FLOAT -> "a number with a fraction";
            case TEXT -> "a text";
            case LIST -> "a list";
            case MAP -> "a map";
            case SPAN -> "a duration";
            case FIELDS -> "an object";
            case FUNCTION -> "a function";
        };
    }

    /** The type of a variable that holds a value. */
    static Type ofValue(Object value) {
        if (value instanceof Listing list) {
            return list(list.kind());
        }
        return of(Values.kind(value));
    }
}
