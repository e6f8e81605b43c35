package io.tiphys.verifier.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tiphys.verifier.expr.Type.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what the real program refuses before it runs: unknown names, operators and functions on the wrong types. */
final class Checker {
    private static final Set<Kind> NUMBERS = Set.of(Kind.INT, Kind.FLOAT);
    private static final Set<Kind> MEASURES = Set.of(Kind.INT, Kind.FLOAT, Kind.SPAN);
    private static final Set<Kind> ORDERED = Set.of(Kind.INT, Kind.FLOAT, Kind.TEXT, Kind.SPAN);

    private final Names names;
    private final Map<String, Type> variables = new HashMap<>();
    private final Deque<Type> collections = new ArrayDeque<>();
    private final Deque<Map<String, Type>> pointers = new ArrayDeque<>();

    Checker(Names names) {
        this.names = names;
    }

    Type check(Syntax node) throws ValueException {
        if (node instanceof Syntax.Nil) {
            return Type.NIL;
        } else if (node instanceof Syntax.Literal literal) {
            if (literal.value() instanceof Bytes) {
                throw ValueException.unknown("texts of bytes");
            }
            return Type.ofValue(literal.value());
        } else if (node instanceof Syntax.Name name) {
            return name(name);
        } else if (node instanceof Syntax.Pointer pointer) {
            return pointer(pointer);
        } else if (node instanceof Syntax.Unary unary) {
            return unary(unary);
        } else if (node instanceof Syntax.Binary binary) {
            return binary(binary);
        } else if (node instanceof Syntax.Member member) {
            return member(member);
        } else if (node instanceof Syntax.Slice slice) {
            return slice(slice);
        } else if (node instanceof Syntax.Chain chain) {
            return check(chain.node());
        } else if (node instanceof Syntax.Call call) {
            return call(call);
        } else if (node instanceof Syntax.Builtin builtin) {
            return builtin(builtin);
        } else if (node instanceof Syntax.Predicate predicate) {
            return check(predicate.node());
        } else if (node instanceof Syntax.Conditional conditional) {
            return conditional(conditional);
        } else if (node instanceof Syntax.Let let) {
            return let(let);
        } else if (node instanceof Syntax.Sequence sequence) {
            Type last = Type.ANY;
            for (Syntax each : sequence.nodes()) {
                last = check(each);
            }
            return last;
        } else if (node instanceof Syntax.Items items) {
            return items(items);
        }
        for (Syntax.Entry entry : ((Syntax.Entries) node).entries()) {
            check(entry.key());
            check(entry.value());
        }
        return Type.MAP;
    }

    private Type name(Syntax.Name node) throws ValueException {
        Type variable = variables.get(node.name());
        if (variable != null) {
            return variable;
        }
        if (node.name().equals("$env")) {
            throw ValueException.unknown("$env");
        }
        if (names.has(node.name())) {
            return names.type(node.name());
        }
        if (Signatures.isFunction(node.name())
                || !Signatures.predicate(node.name()).isEmpty()) {
            throw ValueException.unknown("a function as value");
        }
        throw ValueException.failure("there is no variable \"" + node.name() + "\"");
    }

    private Type pointer(Syntax.Pointer node) throws ValueException {
        if (node.name().isEmpty()) {
            Type collection = collections.element();
            return collection.isAny() ? Type.ANY : collection.element();
        }
        Type type = pointers.element().get(node.name());
        if (type == null) {
            throw ValueException.failure("there is no #" + node.name());
        }
        return type;
    }

    private Type unary(Syntax.Unary node) throws ValueException {
        Type type = check(node.node());
        boolean logical = node.operator().equals("!") || node.operator().equals("not");
        if (type.isAny() || (logical ? type.is(Kind.BOOL) : type.isNumber())) {
            return logical ? Type.BOOL : type;
        }
        throw ValueException.failure(node.operator() + " does not work on " + type.shown());
    }

    private Type binary(Syntax.Binary node) throws ValueException {
        Type left = check(node.left());
        Type right = check(node.right());
        boolean integers = both(Kind.INT, left, right) || maybe(left, right, Set.of(Kind.INT));
        boolean texts = both(Kind.TEXT, left, right) || maybe(left, right, Set.of(Kind.TEXT));
        Optional<Type> result =
                switch (node.operator()) {
                    case "==", "!=" -> when(left.comparesWith(right), Type.BOOL);
                    case "or", "||", "and", "&&" ->
                        when(both(Kind.BOOL, left, right) || maybe(left, right, Set.of(Kind.BOOL)), Type.BOOL);
                    case "<", ">", ">=", "<=" -> plus(left, right).map(type -> Type.BOOL);
                    case "+" -> plus(left, right);
                    case "-" -> minus(left, right);
                    case "*" -> times(left, right);
                    case "/", "**", "^" ->
                        when((left.isNumber() && right.isNumber()) || maybe(left, right, NUMBERS), Type.FLOAT);
                    case "%" -> when(integers, Type.INT);
                    case ".." -> when(integers, Type.listOf(Type.INT));
                    case "in" -> Optional.of(in(left, right));
                    case "matches" -> {
                        pattern(node.right());
                        yield when(texts, Type.BOOL);
                    }
                    case "contains", "startsWith", "endsWith" -> when(texts, Type.BOOL);
                    default -> Optional.of(coalesced(left, right));
                };
        return result.orElseThrow(() -> mismatch(node.operator(), left, right));
    }

    private static Optional<Type> when(boolean fits, Type type) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    /** What has a sum has an order, too. */
    private static Optional<Type> plus(Type left, Type right) {
        if (both(Kind.TEXT, left, right)) {
            return Optional.of(Type.TEXT);
        }
        Optional<Type> numeric = minus(left, right);
        return numeric.isPresent() ? numeric : when(maybe(left, right, ORDERED), Type.ANY);
    }

    private static Optional<Type> minus(Type left, Type right) {
        if (both(Kind.SPAN, left, right)) {
            return Optional.of(Type.SPAN);
        }
        boolean fits = (left.isNumber() && right.isNumber()) || maybe(left, right, MEASURES);
        return when(fits, promoted(left, right));
    }

    private static Optional<Type> times(Type left, Type right) {
        boolean mixed = (left.is(Kind.SPAN) && right.isNumber()) || (left.isNumber() && right.is(Kind.SPAN));
        return mixed ? Optional.of(Type.SPAN) : minus(left, right);
    }

    private static Type coalesced(Type left, Type right) {
        if (left.is(Kind.NIL)) {
            return right;
        }
        return right.is(Kind.NIL) || right.fits(left) ? left : Type.ANY;
    }

    private static Type promoted(Type left, Type right) {
        if (left.isNumber() && right.isNumber()) {
            return left.is(Kind.FLOAT) || right.is(Kind.FLOAT) ? Type.FLOAT : Type.INT;
        }
        return Type.ANY;
    }

    private static Type in(Type left, Type right) throws ValueException {
        if (right.is(Kind.FIELDS) && (left.is(Kind.TEXT) || left.isAny())) {
            return Type.BOOL;
        }
        if (right.is(Kind.MAP)) {
            if (left.isAny() || left.is(Kind.TEXT)) {
                return Type.BOOL;
            }
            throw ValueException.failure(left.shown() + " is no key of a map");
        }
        if (right.is(Kind.LIST)) {
            if (left.comparesWith(right.element())) {
                return Type.BOOL;
            }
            throw ValueException.failure(
                    left.shown() + " is in no list of " + right.element().shown());
        }
        if (right.isAny() || (left.isAny() && right.is(Kind.TEXT))) {
            return Type.BOOL;
        }
        throw mismatch("in", left, right);
    }

    private static void pattern(Syntax node) throws ValueException {
        if (node instanceof Syntax.Literal literal && literal.value() instanceof String text) {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                throw ValueException.failure("\"" + text + "\" is no regular expression: " + e.getDescription());
            }
        }
    }

    /** Whether one side is not known and the other is of a kind that the operator takes, or neither is known. */
    private static boolean maybe(Type left, Type right, Set<Kind> kinds) {
        return (left.isAny() && (right.isAny() || kinds.contains(right.kind())))
                || (right.isAny() && kinds.contains(left.kind()));
    }

    private static boolean both(Kind kind, Type left, Type right) {
        return left.is(kind) && right.is(kind);
    }

    private static ValueException mismatch(String operator, Type left, Type right) {
        return ValueException.failure(operator + " does not work between " + left.shown() + " and " + right.shown());
    }

    private Type member(Syntax.Member node) throws ValueException {
        Type base = check(node.node());
        Type property = check(node.property());
        boolean fits =
                switch (base.kind()) {
                    case ANY -> true;
                    case MAP -> property.is(Kind.TEXT) || property.isAny();
                    case LIST -> property.is(Kind.INT) || property.isAny();
                    case FIELDS ->
                        node.property() instanceof Syntax.Literal literal && Fields.NAMES.contains(literal.value());
                    case SPAN -> throw ValueException.unknown("methods of durations");
                    default -> false;
                };
        if (fits) {
            return base.is(Kind.FIELDS) ? Type.BOOL : base.element();
        }
        throw ValueException.failure(base.shown() + " has no member or item of that kind");
    }

    private Type slice(Syntax.Slice node) throws ValueException {
        Type base = check(node.node());
        if (base.isAny()) {
            return Type.ANY;
        }
        if (!base.is(Kind.TEXT) && !base.is(Kind.LIST)) {
            throw ValueException.failure(base.shown() + " has no parts");
        }
        for (Syntax index :
                Stream.concat(node.from().stream(), node.to().stream()).toList()) {
            Type type = check(index);
            if (!type.is(Kind.INT) && !type.isAny()) {
                throw ValueException.failure("the bounds of a part are integers, not " + type.shown());
            }
        }
        return base;
    }

    /** The arguments of a function that is only found when it runs are not looked at, by the real program neither. */
    private Type call(Syntax.Call node) throws ValueException {
        Type callee = check(node.callee());
        if (callee.isAny()) {
            return Type.ANY;
        }
        if (!callee.is(Kind.FUNCTION) || !(node.callee() instanceof Syntax.Name name)) {
            throw ValueException.failure(callee.shown() + " cannot be called");
        }
        return new Calls(this).named(name.name(), node.arguments());
    }

    private Type builtin(Syntax.Builtin node) throws ValueException {
        if (Signatures.predicate(node.name()).isEmpty()) {
            return new Calls(this).builtin(node.name(), node.arguments());
        }
        Type collection = check(node.arguments().get(0));
        if (!collection.is(Kind.LIST) && !collection.isAny()) {
            throw ValueException.failure(node.name() + " takes a list, not " + collection.shown());
        }
        if (node.arguments().size() == 1) {
            return node.name().equals("count") ? Type.INT : collection.isAny() ? Type.ANY : collection.element();
        }
        Map<String, Type> named = new HashMap<>();
        if (node.name().equals("map") || node.name().equals("reduce")) {
            named.put("index", Type.INT);
        }
        if (node.name().equals("reduce")) {
            named.put("acc", Type.ANY);
        }
        collections.push(collection);
        pointers.push(named);
        Type result = check(node.arguments().get(1));
        collections.pop();
        pointers.pop();
        if (result.is(Kind.NIL)) {
            throw ValueException.failure("the predicate of " + node.name() + " has no value");
        }
        if (node.arguments().size() > 2) {
            Type third = check(node.arguments().get(2));
            if (node.name().equals("sortBy") && !third.is(Kind.TEXT) && !third.isAny()) {
                throw ValueException.failure("the order of sortBy is a text, not " + third.shown());
            }
        }
        return predicateResult(node.name(), collection, result);
    }

    private static Type predicateResult(String name, Type collection, Type result) throws ValueException {
        boolean condition = Set.of(
                        "all",
                        "none",
                        "any",
                        "one",
                        "filter",
                        "count",
                        "find",
                        "findLast",
                        "findIndex",
                        "findLastIndex")
                .contains(name);
        if (condition && !result.is(Kind.BOOL) && !result.isAny()) {
            throw ValueException.failure("the predicate of " + name + " is " + result.shown() + ", not a condition");
        }
        return switch (name) {
            case "all", "none", "any", "one" -> Type.BOOL;
            case "count", "findIndex", "findLastIndex" -> Type.INT;
            case "filter" -> collection.isAny() ? Type.LIST : Type.listOf(collection.element());
            case "find", "findLast" -> collection.isAny() ? Type.ANY : collection.element();
            case "map" -> Type.listOf(result);
            case "groupBy" -> Type.MAP;
            case "sortBy" -> collection;
            default -> result;
        };
    }

    private Type conditional(Syntax.Conditional node) throws ValueException {
        Type condition = check(node.condition());
        if (!condition.is(Kind.BOOL) && !condition.isAny()) {
            throw ValueException.failure("the condition before ? is " + condition.shown());
        }
        Type yes = check(node.yes());
        Type no = check(node.no());
        if (yes.is(Kind.NIL)) {
            return no;
        }
        return no.is(Kind.NIL) || yes.fits(no) ? yes : Type.ANY;
    }

    private Type let(Syntax.Let node) throws ValueException {
        if (names.has(node.name())
                || variables.containsKey(node.name())
                || Signatures.isFunction(node.name())
                || !Signatures.predicate(node.name()).isEmpty()) {
            throw ValueException.failure("there is already a \"" + node.name() + "\"");
        }
        Type value = check(node.value());
        variables.put(node.name(), value);
        Type result = check(node.body());
        variables.remove(node.name());
        return result;
    }

    private Type items(Syntax.Items node) throws ValueException {
        Type before = Type.ANY;
        boolean same = true;
        boolean first = true;
        for (Syntax each : node.nodes()) {
            Type type = check(each);
            same &= first || type.kind() == before.kind();
            before = type;
            first = false;
        }
        return same ? Type.listOf(before) : Type.LIST;
    }
}
