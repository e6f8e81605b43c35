package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be asked of any value. */
final class Values {
    private Values() {}

    static Type.Kind kind(Object value) {
        if (value instanceof String) {
            return Type.Kind.TEXT;
        } else if (value instanceof Boolean) {
            return Type.Kind.BOOL;
        } else if (value instanceof Long || value instanceof Int64) {
            return Type.Kind.INT;
        } else if (value instanceof Double) {
            return Type.Kind.FLOAT;
        } else if (value instanceof Listing) {
            return Type.Kind.LIST;
        } else if (value instanceof Entries) {
            return Type.Kind.MAP;
        } else if (value instanceof Span) {
            return Type.Kind.SPAN;
        } else if (value instanceof Fields) {
            return Type.Kind.FIELDS;
        } else if (value instanceof Names.Function function) {
            return function.isSprig() ? Type.Kind.MAP : Type.Kind.FUNCTION;
        }
        return value == Nil.NIL ? Type.Kind.NIL : Type.Kind.ANY;
    }

    /** The name that the function {@code type} gives. */
    static String type(Object value) throws ValueException {
        return switch (kind(value)) {
            case NIL -> "nil";
            case BOOL -> "bool";
            case INT -> "int";
            case FLOAT -> "float";
            case TEXT -> "string";
            case LIST -> "array";
            case MAP -> "map";
            case FUNCTION -> "func";
            case SPAN -> "time.Duration";
            default -> throw ValueException.unknown("the type of such a value");
        };
    }

    /** The text, as Go prints values in general. */
    static String text(Object value) throws ValueException {
        if (value instanceof String text) {
            return text;
        } else if (value == Nil.NIL) {
            return "<nil>";
        } else if (value instanceof Double number) {
            return Floats.text(number);
        } else if (value instanceof Int64 number) {
            return Long.toString(number.value());
        } else if (value instanceof Long || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof Span span) {
            return Spans.text(span);
        } else if (value instanceof Listing list) {
            List<String> items = new ArrayList<>();
            for (Object item : list.items()) {
                items.add(text(item));
            }
            return "[" + String.join(" ", items) + "]";
        } else if (value instanceof Entries entries) {
            List<String> items = new ArrayList<>();
            for (Map.Entry<String, Object> entry : entries.values().entrySet()) {
                items.add(entry.getKey() + ":" + text(entry.getValue()));
            }
            return "map[" + String.join(" ", items) + "]";
        }
        throw ValueException.unknown("the text of such a value");
    }

    /** Whether it is a number that is no duration. */
    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Int64 || value instanceof Double;
    }

    static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Int64;
    }

    /** A number as floating point. */
    static double number(Object value) throws ValueException {
        return value instanceof Double number ? number : (double) integer(value);
    }

    /** A number as integer; a fraction is cut off. */
    static long integer(Object value) throws ValueException {
        if (value instanceof Long number) {
            return number;
        } else if (value instanceof Int64 number) {
            return number.value();
        } else if (value instanceof Double number) {
            if (!(Math.abs(number) < 9e18)) {
                throw ValueException.unknown("an integer beyond 64 bits");
            }
            return number.longValue();
        }
        throw ValueException.failure(shown(value) + " is no number");
    }

    static boolean condition(Object value) throws ValueException {
        if (value instanceof Boolean condition) {
            return condition;
        }
        throw ValueException.failure(shown(value) + " is no condition");
    }

    static String string(Object value) throws ValueException {
        if (value instanceof String text) {
            return text;
        }
        throw ValueException.failure(shown(value) + " is no text");
    }

    /** For messages. */
    static String shown(Object value) {
        return value instanceof String text
                ? "the text \"" + text + "\""
                : Type.of(kind(value)).shown();
    }

    /** Whether two values are equal, of numbers whatever their type. */
    static boolean equal(Object left, Object right) throws ValueException {
        if (isNumber(left) && isNumber(right)) {
            return (left instanceof Double || right instanceof Double)
                    ? number(left) == number(right)
                    : integer(left) == integer(right);
        }
        if (left instanceof Listing a && right instanceof Listing b) {
            boolean same = a.items().size() == b.items().size()
                    && (a.kind() == b.kind() || a.kind() == Type.Kind.ANY || b.kind() == Type.Kind.ANY);
            for (int i = 0; same && i < a.items().size(); i++) {
                same = equal(a.items().get(i), b.items().get(i));
            }
            return same;
        }
        if (left instanceof Entries a && right instanceof Entries b) {
            return sameEntries(a, b);
        }
        return left.equals(right);
    }

    /** Inside maps, the types of numbers count. */
    private static boolean sameEntries(Entries a, Entries b) throws ValueException {
        if (a.equals(b)) {
            return true;
        }
        if (a.values().keySet().equals(b.values().keySet()) && !a.values().isEmpty()) {
            for (Object value : a.values().values()) {
                if (value instanceof Listing || value instanceof Int64 || value instanceof Double) {
                    throw ValueException.unknown("whether such maps are equal");
                }
            }
        }
        return false;
    }
}
