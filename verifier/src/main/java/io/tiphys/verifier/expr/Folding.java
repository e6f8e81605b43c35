package io.tiphys.verifier.expr;

import java.util.Optional;

/**
 * Conditions that the real program computes before it runs, so that what stands beside them is never asked: {@code x and
 * false} is false whatever x is.
 */
final class Folding {
    private Folding() {}

    /** The constant that a node is replaced by, if it is a condition. */
    static Optional<Boolean> constant(Syntax node) {
        if (node instanceof Syntax.Literal literal && literal.value() instanceof Boolean value) {
            return Optional.of(value);
        }
        if (node instanceof Syntax.Unary unary
                && (unary.operator().equals("!") || unary.operator().equals("not"))) {
            return constant(unary.node()).map(value -> !value);
        }
        if (!(node instanceof Syntax.Binary binary)) {
            return Optional.empty();
        }
        Optional<Boolean> left = constant(binary.left());
        Optional<Boolean> right = constant(binary.right());
        return switch (binary.operator()) {
            case "and", "&&" -> joined(left, right, true);
            case "or", "||" -> joined(left, right, false);
            case "==" -> equal(binary.left(), binary.right());
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> joined(Optional<Boolean> left, Optional<Boolean> right, boolean neutral) {
        if (left.isPresent() && left.get() == neutral) {
            return right;
        }
        if (right.isPresent() && right.get() == neutral) {
            return left;
        }
        return left.isPresent() || right.isPresent() ? Optional.of(!neutral) : Optional.empty();
    }

    private static Optional<Boolean> equal(Syntax left, Syntax right) {
        if (left instanceof Syntax.Literal a
                && right instanceof Syntax.Literal b
                && a.value().getClass() == b.value().getClass()
                && !(a.value() instanceof Double)) {
            return Optional.of(a.value().equals(b.value()));
        }
        Optional<Boolean> one = constant(left);
        Optional<Boolean> other = constant(right);
        return one.isPresent() && other.isPresent() ? Optional.of(one.equals(other)) : Optional.empty();
    }

    /** Whether it is a list of literal texts, which the real program looks up in a table that takes only texts. */
    static boolean isTexts(Syntax node) {
        return node instanceof Syntax.Items items
                && !items.nodes().isEmpty()
                && items.nodes().stream()
                        .allMatch(item -> item instanceof Syntax.Literal literal && literal.value() instanceof String);
    }
}
