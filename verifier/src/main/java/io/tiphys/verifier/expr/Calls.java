package io.tiphys.verifier.expr;

import io.tiphys.verifier.expr.Type.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of calls: which arguments a function takes, and what it makes of them. */
final class Calls {
    /**
     * The forms of functions with fixed types: arguments, then the result behind an arrow; several forms between bars. t
     * text, i integer, a anything, l list, s list of texts, n list of integers, f list of numbers, b boolean, d duration.
     */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("type", "a>t"),
            Map.entry("string", "a>t"),
            Map.entry("trim", "t>t|tt>t"),
            Map.entry("trimPrefix", "tt>t|t>t"),
            Map.entry("trimSuffix", "tt>t|t>t"),
            Map.entry("upper", "t>t"),
            Map.entry("lower", "t>t"),
            Map.entry("split", "tt>s|tti>s"),
            Map.entry("splitAfter", "tt>s|tti>s"),
            Map.entry("replace", "ttti>t|ttt>t"),
            Map.entry("repeat", "ti>t"),
            Map.entry("join", "st>t|lt>t|l>t|s>t"),
            Map.entry("indexOf", "tt>i"),
            Map.entry("lastIndexOf", "tt>i"),
            Map.entry("hasPrefix", "tt>b"),
            Map.entry("hasSuffix", "tt>b"),
            Map.entry("toJSON", "a>t"),
            Map.entry("fromJSON", "t>a"),
            Map.entry("toBase64", "t>t"),
            Map.entry("fromBase64", "t>t"),
            Map.entry("duration", "t>d"),
            Map.entry("sort", "lt>l|nt>l|ft>l|st>l|l>l|f>l|s>l|n>l"),
            Map.entry("bitand", "ii>i"),
            Map.entry("bitor", "ii>i"),
            Map.entry("bitxor", "ii>i"),
            Map.entry("bitnand", "ii>i"),
            Map.entry("bitshl", "ii>i"),
            Map.entry("bitshr", "ii>i"),
            Map.entry("bitushr", "ii>i"),
            Map.entry("bitnot", "i>i"));
    /** The functions that Argo adds. */
    private static final Map<String, String> ADDED =
            Map.of("asInt", "a>a", "asFloat", "a>a", "jsonpath", "tt>a", "toJson", "a>t");

    private final Checker checker;

    Calls(Checker checker) {
        this.checker = checker;
    }

    Type named(String name, List<Syntax> arguments) throws ValueException {
        return forms(name, ADDED.getOrDefault(name, ""), types(arguments));
    }

    Type builtin(String name, List<Syntax> arguments) throws ValueException {
        List<Type> types = types(arguments);
        String form = FORMS.get(name);
        if (form != null) {
            return forms(name, form, types);
        }
        if (Set.of("max", "min", "mean", "median").contains(name)) {
            return aggregate(name, types);
        }
        int count = Set.of("get", "take").contains(name) ? 2 : 1;
        if (Set.of("now", "date", "timezone").contains(name)) {
            throw ValueException.unknown("times");
        }
        if (name.equals("concat") ? types.isEmpty() : types.size() != count) {
            throw ValueException.failure(
                    name + " takes " + count + (count == 1 ? " argument" : " arguments") + ", not " + types.size());
        }
        Type first = types.get(0);
        return switch (name) {
            case "len" -> result(name, first, Set.of(Kind.LIST, Kind.MAP, Kind.TEXT), Type.INT);
            case "abs" -> result(name, first, Set.of(Kind.INT, Kind.FLOAT), first);
            case "ceil", "floor", "round" -> result(name, first, Set.of(Kind.INT, Kind.FLOAT), Type.FLOAT);
            case "int" -> result(name, first, Set.of(Kind.INT, Kind.FLOAT, Kind.TEXT, Kind.SPAN), Type.INT);
            case "float" -> result(name, first, Set.of(Kind.INT, Kind.FLOAT, Kind.TEXT, Kind.SPAN), Type.FLOAT);
            case "first", "last" ->
                result(name, first, Set.of(Kind.LIST), first.isAny() ? Type.ANY : Type.of(first.declared()));
            case "keys", "values", "toPairs" -> result(name, first, Set.of(Kind.MAP), Type.LIST);
            case "fromPairs" -> result(name, first, Set.of(Kind.LIST), Type.MAP);
            case "reverse", "uniq", "flatten" -> result(name, first, Set.of(Kind.LIST), Type.LIST);
            case "concat" -> concat(types);
            case "take" -> {
                result(name, types.get(1), Set.of(Kind.INT, Kind.SPAN), Type.INT);
                yield result(name, first, Set.of(Kind.LIST), first.is(Kind.LIST) ? Type.list(first.declared()) : first);
            }
            default -> get(first, types.get(1));
        };
    }

    private static Type get(Type base, Type key) throws ValueException {
        boolean takes = base.isAny()
                || (base.is(Kind.LIST) && (key.is(Kind.INT) || key.isAny()))
                || (base.is(Kind.MAP) && (key.is(Kind.TEXT) || key.isAny()));
        if (!takes) {
            throw ValueException.failure("get finds nothing in " + base.shown() + " by " + key.shown());
        }
        return base.is(Kind.LIST) ? base.element() : Type.ANY;
    }

    private static Type concat(List<Type> types) throws ValueException {
        for (Type type : types) {
            result("concat", type, Set.of(Kind.LIST), Type.LIST);
        }
        return Type.LIST;
    }

    private static Type aggregate(String name, List<Type> types) throws ValueException {
        if (types.isEmpty()) {
            throw ValueException.failure(name + " takes at least one argument");
        }
        for (Type type : types) {
            if (type.isAny() || type.is(Kind.LIST)) {
                return Type.ANY;
            }
            if (!type.isNumber() && !type.is(Kind.SPAN)) {
                throw ValueException.failure(name + " does not take " + type.shown());
            }
        }
        return types.get(0);
    }

    private static Type result(String name, Type argument, Set<Kind> kinds, Type result) throws ValueException {
        if (argument.isAny() || kinds.contains(argument.kind())) {
            return result;
        }
        throw ValueException.failure(name + " does not take " + argument.shown());
    }

    private List<Type> types(List<Syntax> arguments) throws ValueException {
        List<Type> types = new ArrayList<>();
        for (Syntax argument : arguments) {
            types.add(checker.check(argument));
        }
        return types;
    }

    private static Type forms(String name, String forms, List<Type> types) throws ValueException {
        for (String form : forms.split("\\|", -1)) {
            int arrow = form.indexOf('>');
            if (arrow == types.size() && takes(form, types)) {
                return type(form.charAt(arrow + 1));
            }
        }
        throw ValueException.failure(name + " does not take "
                + (types.isEmpty()
                        ? "no argument"
                        : String.join(", ", types.stream().map(Type::shown).toList())));
    }

    private static boolean takes(String form, List<Type> types) {
        for (int i = 0; i < types.size(); i++) {
            Type wanted = type(form.charAt(i));
            Type given = types.get(i);
            boolean fits = wanted.isAny() || (!given.is(Kind.NIL) && (given.isAny() || given.fits(wanted)));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Type type(char letter) {
        return switch (letter) {
            case 't' -> Type.TEXT;
            case 'i' -> Type.INT;
            case 'b' -> Type.BOOL;
            case 'd' -> Type.SPAN;
            case 'l' -> Type.LIST;
            case 's' -> Type.list(Kind.TEXT);
            case 'n' -> Type.list(Kind.INT);
            case 'f' -> Type.list(Kind.FLOAT);
            default -> Type.ANY;
        };
    }
}
