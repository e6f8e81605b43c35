package io.tiphys.verifier.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What Kubernetes refuses in checked expressions: mixed literals, and literals that can only fail. */
final class LiteralRules {
    private static final Set<String> CONSTANT_FOLDED =
            Set.of("int", "uint", "double", "string", "bytes", "bool", "timestamp", "duration");
    private static final Set<String> REGULAR = Set.of("matches", "find", "findAll");

    private final CelAbstractSyntaxTree ast;
    private final Supplier<CelRuntime> runtime;

    LiteralRules(CelAbstractSyntaxTree ast, Supplier<CelRuntime> runtime) {
        this.ast = ast;
        this.runtime = runtime;
    }

    /** A problem at a node. */
    record Problem(long expression, String message) {}

    Optional<Problem> check() {
        List<CelNavigableExpr> nodes =
                CelNavigableAst.fromAst(ast).getRoot().allNodes().toList();
        return nodes.stream().flatMap(node -> problem(node).stream()).findFirst();
    }

    private Optional<Problem> problem(CelNavigableExpr node) {
        CelExpr expr = node.expr();
        return switch (node.getKind()) {
            case LIST ->
                isFormatArguments(node)
                        ? Optional.empty()
                        : mixed(types(expr.list().elements()));
            case MAP ->
                mixed(types(expr.map().entries().stream()
                                .map(entry -> entry.key())
                                .toList()))
                        .or(() -> mixed(types(expr.map().entries().stream()
                                .map(entry -> entry.value())
                                .toList())));
            case CALL -> literalCall(node);
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE
                                && Double.isInfinite(expr.constant().doubleValue())
                        ? Optional.of(new Problem(expr.id(), "invalid double literal"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private record Typed(CelExpr expr, CelType type) {}

    private List<Typed> types(List<CelExpr> elements) {
        return elements.stream()
                .flatMap(element -> ast.getType(element.id()).map(type -> new Typed(element, type)).stream())
                .toList();
    }

    private static Optional<Problem> mixed(List<Typed> elements) {
        return elements.stream()
                .filter(element ->
                        !plain(element.type()).equals(plain(elements.get(0).type())))
                .findFirst()
                .map(element -> new Problem(
                        element.expr().id(),
                        "expected type '" + elements.get(0).type().name() + "' but found '"
                                + element.type().name() + "'"));
    }

    /** An optional element counts as its value. */
    private static CelType plain(CelType type) {
        return type instanceof dev.cel.common.types.OptionalType
                ? type.parameters().get(0)
                : type;
    }

    private static boolean isFormatArguments(CelNavigableExpr node) {
        return node.parent()
                .map(parent -> parent.expr().callOrDefault().function().equals("format"))
                .orElse(false);
    }

    private Optional<Problem> literalCall(CelNavigableExpr node) {
        CelExpr.CelCall call = node.expr().call();
        if (REGULAR.contains(call.function())) {
            return call.args().stream()
                    .filter(argument -> argument.getKind() == Kind.CONSTANT
                            && argument
                                    == call.args()
                                            .get(
                                                    call.target().isPresent()
                                                            ? 0
                                                            : call.args().size() - 1)
                            && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                    .flatMap(argument -> badPattern(argument).stream())
                    .findFirst();
        }
        if (call.function().equals("format")) {
            return format(call);
        }
        boolean constant = CONSTANT_FOLDED.contains(call.function())
                && Stream.<CelNavigableExpr>concat(Stream.of(node), node.descendants())
                        .allMatch(inner -> isLiteral(inner, node));
        return constant ? failure(node.expr()) : Optional.empty();
    }

    /** A template and a list that the expression writes out: what is known of the values must fit. */
    private Optional<Problem> format(CelExpr.CelCall call) {
        Optional<CelExpr> template = call.target()
                .filter(target -> target.getKind() == Kind.CONSTANT
                        && target.constant().getKind() == CelConstant.Kind.STRING_VALUE);
        if (template.isEmpty() || call.args().size() != 1 || call.args().get(0).getKind() != Kind.LIST) {
            return Optional.empty();
        }
        CelExpr list = call.args().get(0);
        if (!list.list().optionalIndices().isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = list.list().elements().stream()
                .map(element -> Types.sample(ast.getType(element.id()).orElse(SimpleType.DYN)))
                .toList();
        try {
            TextFormat.check(template.get().constant().stringValue(), values);
            return Optional.empty();
        } catch (CelFailure e) {
            return Optional.of(new Problem(list.id(), e.getMessage()));
        }
    }

    private static boolean isLiteral(CelNavigableExpr inner, CelNavigableExpr root) {
        return switch (inner.getKind()) {
            case CONSTANT, LIST, MAP -> true;
            case CALL ->
                inner.id() == root.id() || inner.expr().call().function().equals("-_");
            default -> false;
        };
    }

    private static Optional<Problem> badPattern(CelExpr pattern) {
        try {
            com.google.re2j.Pattern.compile(pattern.constant().stringValue());
            return Optional.empty();
        } catch (com.google.re2j.PatternSyntaxException e) {
            return Optional.of(new Problem(pattern.id(), "invalid matches argument: " + e.getMessage()));
        }
    }

    private Optional<Problem> failure(CelExpr call) {
        CelAbstractSyntaxTree part =
                CelAbstractSyntaxTree.newCheckedAst(call, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
        try {
            runtime.get().createProgram(part).eval();
            return Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of(new Problem(call.id(), ErrorText.of(e)));
        }
    }
}
