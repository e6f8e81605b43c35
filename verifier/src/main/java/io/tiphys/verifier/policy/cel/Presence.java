package io.tiphys.verifier.policy.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.values.SelectableValue;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code has(a.b)} as Kubernetes has it: false where {@code a} is null or a scalar, which the runtime takes for an error.
 * After checking, each test becomes the call of a function.
 */
final class Presence implements CelRuntimeLibrary {
    private static final String FUNCTION = "@kubernetes_has";

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.addFunctionBindings(CelFunctionBinding.from(FUNCTION, Object.class, String.class, Presence::isPresent));
    }

    @SuppressWarnings("unchecked") // the key is a text, which every selectable value takes
    private static Object isPresent(Object value, String key) {
        Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (inner instanceof SelectableValue<?> selectable) {
            return ((SelectableValue<Object>) selectable).find(key).isPresent();
        }
        if (inner instanceof List) {
            throw new CelFailure("unsupported index type 'string' in list");
        }
        return inner instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** The same expression with calls in place of presence tests. */
    static CelAbstractSyntaxTree rewrite(CelAbstractSyntaxTree ast) {
        Rewriter rewriter = new Rewriter(ast);
        CelExpr rewritten = rewriter.rewrite(ast.getExpr());
        return rewriter.references.size() == ast.getReferenceMap().size()
                ? ast
                : CelAbstractSyntaxTree.newCheckedAst(
                        rewritten, ast.getSource(), ImmutableMap.copyOf(rewriter.references), ast.getTypeMap());
    }

    private static final class Rewriter {
        private final Map<Long, CelReference> references;

        Rewriter(CelAbstractSyntaxTree ast) {
            this.references = new LinkedHashMap<>(ast.getReferenceMap());
        }

        CelExpr rewrite(CelExpr expr) {
            return switch (expr.getKind()) {
                case SELECT -> select(expr);
                case CALL -> {
                    CelExpr.CelCall call = expr.call();
                    yield CelExpr.ofCall(
                            expr.id(), call.target().map(this::rewrite), call.function(), all(call.args()));
                }
                case LIST ->
                    CelExpr.ofList(
                            expr.id(), all(expr.list().elements()), expr.list().optionalIndices());
                case MAP ->
                    CelExpr.ofMap(
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

        private CelExpr select(CelExpr expr) {
            CelExpr operand = rewrite(expr.select().operand());
            if (!expr.select().testOnly()) {
                return CelExpr.ofSelect(expr.id(), operand, expr.select().field(), false);
            }
            references.put(
                    expr.id(),
                    CelReference.newBuilder().addOverloadIds(FUNCTION).build());
            CelExpr key = CelExpr.ofConstant(
                    -expr.id(), CelConstant.ofValue(expr.select().field()));
            return CelExpr.ofCall(expr.id(), Optional.empty(), FUNCTION, ImmutableList.of(operand, key));
        }
    }
}
