package io.tiphys.verifier.lint.depends;

import io.tiphys.verifier.expr.Syntax;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.Set;

/** Whether an expression over tasks and their results is true or false; what is too clever for this is taken for right. */
final class Condition {
    private enum Type {
        BOOLEAN,
        OTHER,
        UNKNOWN
    }

    private final Set<String> tasks;

    private Condition(Set<String> tasks) {
        this.tasks = tasks;
    }

    /** The message of the problem is what was expected. */
    static void check(Syntax syntax, Set<String> tasks) throws ProblemException {
        new Condition(tasks).bool(syntax);
    }

    private void bool(Syntax node) throws ProblemException {
        if (type(node) == Type.OTHER) {
            throw expected("a result of a task", node);
        }
    }

    private Type type(Syntax node) throws ProblemException {
        if (node instanceof Syntax.Literal literal) {
            return literal.value() instanceof Boolean ? Type.BOOLEAN : Type.OTHER;
        } else if (node instanceof Syntax.Nil || node instanceof Syntax.Items || node instanceof Syntax.Entries) {
            return Type.OTHER;
        } else if (node instanceof Syntax.Name name) {
            if (!tasks.contains(name.name())) {
                throw expected("the name of a task", node);
            }
            return Type.OTHER;
        } else if (node instanceof Syntax.Chain chain) {
            return type(chain.node());
        } else if (node instanceof Syntax.Member member) {
            type(member.node());
            return member.node() instanceof Syntax.Name ? Type.BOOLEAN : Type.UNKNOWN;
        } else if (node instanceof Syntax.Unary unary) {
            return unary(unary);
        } else if (node instanceof Syntax.Binary binary) {
            return binary(binary);
        } else if (node instanceof Syntax.Conditional conditional) {
            bool(conditional.condition());
            return same(type(conditional.yes()), type(conditional.no()));
        } else if (node instanceof Syntax.Call call) {
            type(call.callee());
            throw expected("&&, || or the end", node);
        } else if (node instanceof Syntax.Sequence sequence) {
            Type last = Type.UNKNOWN;
            for (Syntax each : sequence.nodes()) {
                last = type(each);
            }
            return last;
        }
        return Type.UNKNOWN;
    }

    private Type unary(Syntax.Unary unary) throws ProblemException {
        if (!unary.operator().equals("!") && !unary.operator().equals("not")) {
            throw expected("! or a task", unary);
        }
        bool(unary.node());
        return Type.BOOLEAN;
    }

    private Type binary(Syntax.Binary binary) throws ProblemException {
        return switch (binary.operator()) {
            case "&&", "||", "and", "or" -> {
                bool(binary.left());
                bool(binary.right());
                yield Type.BOOLEAN;
            }
            case "==", "!=" -> {
                type(binary.left());
                type(binary.right());
                yield Type.BOOLEAN;
            }
            case "??" -> same(type(binary.left()), type(binary.right()));
            case "+", "*", "/", "%", "**", "^", "<", "<=", ">", ">=", ".." -> {
                type(binary.left());
                type(binary.right());
                throw expected("&&, ||, == or !=", binary);
            }
            default -> Type.UNKNOWN;
        };
    }

    private static Type same(Type one, Type other) {
        return one == other ? one : Type.UNKNOWN;
    }

    private static ProblemException expected(String what, Syntax node) {
        return new ProblemException(new Problem(node.offset(), what));
    }
}
