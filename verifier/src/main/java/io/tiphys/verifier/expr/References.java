package io.tiphys.verifier.expr;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The variables that an expression names: roots, and members of roots as far as their names are written out. */
public final class References {
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Syntax> guarded = Collections.newSetFromMap(new IdentityHashMap<>());

    private References() {}

    /** All of them, except members that {@code ??} or {@code ?.} allow to be absent. In the order of the text. */
    public static Set<String> required(Syntax syntax) {
        References references = new References();
        references.guard(syntax, false);
        references.collect(syntax);
        return Collections.unmodifiableSet(references.found);
    }

    private void guard(Syntax node, boolean inside) {
        if (inside && node instanceof Syntax.Member) {
            guarded.add(node);
        }
        if (node instanceof Syntax.Member member && member.optional() && member.node() instanceof Syntax.Member) {
            guarded.add(member.node());
        }
        for (Syntax child : children(node)) {
            boolean left =
                    node instanceof Syntax.Binary binary && binary.operator().equals("??") && child == binary.left();
            guard(child, inside || left);
        }
    }

    private void collect(Syntax node) {
        children(node).forEach(this::collect);
        if (node instanceof Syntax.Name name) {
            found.add(name.name());
        }
        if (node instanceof Syntax.Member member && !guarded.contains(member)) {
            path(member).ifPresent(found::add);
        }
    }

    /** The dotted name of a member whose names are all written out. */
    static Optional<String> path(Syntax node) {
        if (node instanceof Syntax.Name name) {
            return Optional.of(name.name());
        }
        return node instanceof Syntax.Member member
                        && !member.optional()
                        && member.property() instanceof Syntax.Literal literal
                        && literal.value() instanceof String name
                ? path(member.node()).map(base -> base + "." + name)
                : Optional.empty();
    }

    private static List<Syntax> children(Syntax node) {
        if (node instanceof Syntax.Unary unary) {
            return List.of(unary.node());
        } else if (node instanceof Syntax.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (node instanceof Syntax.Member member) {
            return List.of(member.node(), member.property());
        } else if (node instanceof Syntax.Slice slice) {
            return Stream.of(Stream.of(slice.node()), slice.from().stream(), slice.to().stream())
                    .flatMap(part -> part)
                    .toList();
        } else if (node instanceof Syntax.Chain chain) {
            return List.of(chain.node());
        } else if (node instanceof Syntax.Call call) {
            return Stream.concat(Stream.of(call.callee()), call.arguments().stream())
                    .toList();
        } else if (node instanceof Syntax.Builtin builtin) {
            return builtin.arguments();
        } else if (node instanceof Syntax.Predicate predicate) {
            return List.of(predicate.node());
        } else if (node instanceof Syntax.Conditional conditional) {
            return List.of(conditional.condition(), conditional.yes(), conditional.no());
        } else if (node instanceof Syntax.Let let) {
            return List.of(let.value(), let.body());
        } else if (node instanceof Syntax.Sequence sequence) {
            return sequence.nodes();
        } else if (node instanceof Syntax.Items items) {
            return items.nodes();
        } else if (node instanceof Syntax.Entries entries) {
            return entries.entries().stream()
                    .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                    .toList();
        }
        return List.of();
    }
}
