package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the calls of {@link Presence} in the place of what the runtime does otherwise than Kubernetes. */
final class Rewriting {
    private final CelAbstractSyntaxTree ast;
    private final Map<Long, CelReference> references;
    private long nextId;

    private Rewriting(CelAbstractSyntaxTree ast) {
        this.ast = ast;
        this.references = new LinkedHashMap<>(ast.getReferenceMap());
        this.nextId = Ids.largest(ast.getExpr()) + 1;
    }

    /** The expression to run; nodes that were there keep their ids. */
    static CelAbstractSyntaxTree of(CelAbstractSyntaxTree ast) {
        Rewriting rewriting = new Rewriting(ast);
        CelExpr rewritten = rewriting.rewrite(ast.getExpr());
        return CelAbstractSyntaxTree.newCheckedAst(
                rewritten, ast.getSource(), ImmutableMap.copyOf(rewriting.references), ast.getTypeMap());
    }

    private CelExpr rewrite(CelExpr expr) {
        return switch (expr.getKind()) {
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST ->
                CelExpr.ofList(
                        expr.id(), all(expr.list().elements()), expr.list().optionalIndices());
            case MAP ->
                hasDoubleKeys(expr)
                        ? call(
                                Presence.MAP,
                                expr.id(),
                                CelExpr.ofList(nextId++, all(keys(expr)), ImmutableList.of()),
                                CelExpr.ofList(nextId++, all(values(expr)), ImmutableList.of()))
                        : CelExpr.ofMap(
                                expr.id(),
                                expr.map().entries().stream()
                                        .map(entry -> CelExpr.ofMapEntry(
                                                entry.id(),
                                                rewrite(entry.key()),
                                                rewrite(entry.value()),
                                                entry.optionalEntry()))
                                        .collect(ImmutableList.toImmutableList()));
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expr.comprehension();
                yield CelExpr.ofComprehension(
                        expr.id(),
                        loop.iterVar(),
                        loop.iterVar2(),
                        rewrite(loop.iterRange()),
                        loop.accuVar(),
                        rewrite(loop.accuInit()),
                        rewrite(loop.loopCondition()),
                        rewrite(loop.loopStep()),
                        rewrite(loop.result()));
            }
            default -> expr;
        };
    }

    private ImmutableList<CelExpr> all(ImmutableList<CelExpr> list) {
        return list.stream().map(this::rewrite).collect(ImmutableList.toImmutableList());
    }

    /** The runtime takes no doubles for keys. */
    private boolean hasDoubleKeys(CelExpr map) {
        return map.map().entries().stream()
                        .allMatch(entry -> !entry.optionalEntry()
                                && ast.getType(entry.key().id())
                                        .filter(SimpleType.DOUBLE::equals)
                                        .isPresent())
                && !map.map().entries().isEmpty();
    }

    private static ImmutableList<CelExpr> keys(CelExpr map) {
        return map.map().entries().stream().map(entry -> entry.key()).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<CelExpr> values(CelExpr map) {
        return map.map().entries().stream().map(entry -> entry.value()).collect(ImmutableList.toImmutableList());
    }

    private CelExpr select(CelExpr expr) {
        CelExpr operand = rewrite(expr.select().operand());
        String field = expr.select().field();
        if (expr.select().testOnly()) {
            return call(Presence.HAS, expr.id(), operand, text(field));
        }
        return isOptional(expr.select().operand())
                ? call(Presence.SELECT, expr.id(), operand, text(field))
                : CelExpr.ofSelect(expr.id(), operand, field, false);
    }

    private CelExpr call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        if (call.function().equals("_?._")) {
            return call(
                    Presence.SELECT,
                    expr.id(),
                    rewrite(call.args().get(0)),
                    call.args().get(1));
        }
        Optional<CelExpr> target = call.target().map(this::rewrite);
        if (call.function().equals("or") || call.function().equals("orValue")) {
            boolean known = call.target()
                    .flatMap(lhs -> ast.getType(lhs.id()))
                    .filter(OptionalType.class::isInstance)
                    .isPresent();
            target = known ? target : target.map(lhs -> call(Presence.OPTIONAL, nextId++, lhs));
        }
        return CelExpr.ofCall(expr.id(), target, call.function(), all(call.args()));
    }

    /** Whether a value was read by {@code .?} or {@code [?]}: what is read further is then there or not as well. */
    static boolean isOptional(CelExpr expr) {
        if (expr.getKind() == Kind.SELECT) {
            return !expr.select().testOnly() && isOptional(expr.select().operand());
        }
        if (expr.getKind() != Kind.CALL) {
            return false;
        }
        return switch (expr.call().function()) {
            case "_?._", "_[?_]" -> true;
            case "_[_]" -> isOptional(expr.call().args().get(0));
            default -> false;
        };
    }

    private CelExpr call(String function, long id, CelExpr... arguments) {
        references.put(id, CelReference.newBuilder().addOverloadIds(function).build());
        return CelExpr.ofCall(id, Optional.empty(), function, ImmutableList.copyOf(arguments));
    }

    private CelExpr text(String value) {
        return CelExpr.ofConstant(nextId++, CelConstant.ofValue(value));
    }
}
