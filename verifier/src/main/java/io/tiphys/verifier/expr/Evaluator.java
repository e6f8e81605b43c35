package io.tiphys.verifier.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Computes a tree that {@link Checker} accepts. Bounded in steps. */
final class Evaluator {
    private static final int MOST_STEPS = 200_000;
    private static final Set<String> AND = Set.of("and", "&&");
    private static final Set<String> OR = Set.of("or", "||");

    private final Names names;
    private final Map<String, Object> variables = new HashMap<>();
    private Optional<Predicates.Item> item = Optional.empty();
    private int steps;

    Evaluator(Names names) {
        this.names = names;
    }

    /** Sets the item that {@code #} stands for; gives the one before. */
    Optional<Predicates.Item> swap(Optional<Predicates.Item> next) {
        Optional<Predicates.Item> before = item;
        item = next;
        return before;
    }

    Object evaluate(Syntax node) throws ValueException {
        if (++steps > MOST_STEPS) {
            throw ValueException.unknown("more than " + MOST_STEPS + " steps");
        }
        if (node instanceof Syntax.Literal literal) {
            if (literal.value() instanceof Bytes) {
                throw ValueException.unknown("texts of bytes");
            }
            return literal.value();
        } else if (node instanceof Syntax.Nil) {
            return Nil.NIL;
        } else if (node instanceof Syntax.Name name) {
            return name(name.name());
        } else if (node instanceof Syntax.Pointer pointer) {
            return item.orElseThrow(() -> ValueException.failure("# stands for nothing here"))
                    .value(pointer.name());
        } else if (node instanceof Syntax.Unary unary) {
            return unary(unary);
        } else if (node instanceof Syntax.Binary binary) {
            return binary(binary);
        } else if (node instanceof Syntax.Chain chain) {
            return chain(chain);
        } else if (node instanceof Syntax.Member member) {
            return member(member).orElse(Nil.NIL);
        } else if (node instanceof Syntax.Slice slice) {
            return slice(slice);
        } else if (node instanceof Syntax.Call call) {
            return call(call).orElse(Nil.NIL);
        } else if (node instanceof Syntax.Builtin builtin) {
            return builtin(builtin);
        } else if (node instanceof Syntax.Conditional conditional) {
            return evaluate(Values.condition(evaluate(conditional.condition())) ? conditional.yes() : conditional.no());
        } else if (node instanceof Syntax.Let let) {
            variables.put(let.name(), evaluate(let.value()));
            Object result = evaluate(let.body());
            variables.remove(let.name());
            return result;
        } else if (node instanceof Syntax.Sequence sequence) {
            return all(sequence.nodes()).get(sequence.nodes().size() - 1);
        } else if (node instanceof Syntax.Items items) {
            return Listing.any(all(items.nodes()));
        } else if (node instanceof Syntax.Predicate predicate) {
            return evaluate(predicate.node());
        }
        Map<String, Object> values = new TreeMap<>();
        for (Syntax.Entry entry : ((Syntax.Entries) node).entries()) {
            values.put(Values.string(evaluate(entry.key())), evaluate(entry.value()));
        }
        return new Entries(values);
    }

    List<Object> all(List<Syntax> nodes) throws ValueException {
        List<Object> values = new ArrayList<>();
        for (Syntax each : nodes) {
            values.add(evaluate(each));
        }
        return values;
    }

    private Object name(String name) throws ValueException {
        Object variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        if (name.equals("$env")) {
            throw ValueException.unknown("$env");
        }
        return known(names.value(name).orElse(Nil.NIL));
    }

    private static Object known(Object value) throws ValueException {
        if (value instanceof Names.Unknown unknown) {
            throw ValueException.unknown(unknown.name());
        }
        return value;
    }

    private Object unary(Syntax.Unary node) throws ValueException {
        Object value = evaluate(node.node());
        return switch (node.operator()) {
            case "!", "not" -> !Values.condition(value);
            case "+" -> value;
            default -> {
                if (!Values.isNumber(value)) {
                    throw ValueException.failure("- does not work on " + Values.shown(value));
                }
                yield value instanceof Double
                        ? (Object) Double.valueOf(-Values.number(value))
                        : Long.valueOf(-Values.integer(value));
            }
        };
    }

    private Object binary(Syntax.Binary node) throws ValueException {
        String operator = node.operator();
        if (AND.contains(operator) || OR.contains(operator)) {
            Optional<Boolean> constant = Folding.constant(node);
            return constant.isPresent() ? constant.get() : logical(node, AND.contains(operator));
        }
        Object left = evaluate(node.left());
        if (operator.equals("??")) {
            return left == Nil.NIL ? evaluate(node.right()) : left;
        }
        Object right = evaluate(node.right());
        if (operator.equals("in") && Folding.isTexts(node.right()) && left != Nil.NIL) {
            Values.string(left);
        }
        return Arithmetic.binary(operator, left, right);
    }

    /** A side that says nothing is left out, so that the other side need not be a condition. */
    private Object logical(Syntax.Binary node, boolean and) throws ValueException {
        Optional<Boolean> left = Folding.constant(node.left());
        Optional<Boolean> right = Folding.constant(node.right());
        if (left.isPresent()) {
            return evaluate(node.right());
        }
        if (right.isPresent()) {
            return evaluate(node.left());
        }
        boolean first = Values.condition(evaluate(node.left()));
        return first == and ? evaluate(node.right()) : first;
    }

    /** Empty members before the end of a chain make the whole nil. */
    private Object chain(Syntax.Chain node) throws ValueException {
        Syntax inner = node.node();
        if (inner instanceof Syntax.Member member) {
            return member(member).orElse(Nil.NIL);
        }
        return inner instanceof Syntax.Call call ? call(call).orElse(Nil.NIL) : evaluate(inner);
    }

    /** A member, or empty where an optional one ends the chain. */
    private Optional<Object> member(Syntax.Member node) throws ValueException {
        Optional<Object> base = link(node.node());
        if (base.isEmpty() || (node.optional() && base.get() == Nil.NIL)) {
            return Optional.empty();
        }
        Object key = evaluate(node.property());
        return Optional.of(known(Fetch.member(base.get(), key)));
    }

    private Optional<Object> link(Syntax node) throws ValueException {
        if (node instanceof Syntax.Member member) {
            return member(member);
        }
        return node instanceof Syntax.Call call ? call(call) : Optional.of(evaluate(node));
    }

    private Object slice(Syntax.Slice node) throws ValueException {
        Object base = evaluate(node.node());
        Object to = node.to().isPresent() ? evaluate(node.to().get()) : Functions.length(base, false);
        Object from = node.from().isPresent() ? evaluate(node.from().get()) : Long.valueOf(0);
        return Fetch.slice(base, Values.integer(from), Values.integer(to));
    }

    private Optional<Object> call(Syntax.Call node) throws ValueException {
        if (node.callee() instanceof Syntax.Member member) {
            Optional<Object> base = link(member.node());
            if (base.isEmpty() || (member.optional() && base.get() == Nil.NIL)) {
                return Optional.empty();
            }
            List<Object> arguments = all(node.arguments());
            Object key = evaluate(member.property());
            if (base.get() instanceof Span span && key instanceof String name) {
                if (!arguments.isEmpty()) {
                    throw ValueException.failure("the method " + name + " takes no argument");
                }
                return Optional.of(Spans.method(span, name));
            }
            return Optional.of(call(known(Fetch.member(base.get(), key)), arguments));
        }
        List<Object> arguments = all(node.arguments());
        return Optional.of(call(evaluate(node.callee()), arguments));
    }

    private static Object call(Object callee, List<Object> arguments) throws ValueException {
        if (callee instanceof Names.Function function && !function.isSprig()) {
            return Added.call(function.name(), new Arguments(function.name(), arguments));
        }
        throw ValueException.failure(Values.shown(callee) + " cannot be called");
    }

    private Object builtin(Syntax.Builtin node) throws ValueException {
        if (!Signatures.predicate(node.name()).isEmpty()) {
            return new Predicates(this).call(node);
        }
        return Functions.call(node.name(), new Arguments(node.name(), all(node.arguments())));
    }
}
