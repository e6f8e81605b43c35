package io.tiphys.verifier.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each node of a checked expression costs, as the API server counts it: reading a variable or a field costs 1, a list
 * that is made 10, a map 30; a call costs what {@link CallCosts} says of its arguments. What the server computes once when
 * it compiles (literals, lists of literals) is free.
 */
final class CostPlan {
    private static final int LIST = 10;
    private static final int MAP = 30;
    private static final int STRUCT = 40;
    /** Reading by key or index: part of the attribute that it is read from. */
    private static final Set<String> INDEX = Set.of("_[_]", "_[?_]", "_?._");
    /** The operators that only decide what is evaluated next. */
    private static final Set<String> FREE = Set.of("_&&_", "_||_", "_?_:_", "or", "orValue");

    private static final Set<String> CONVERSIONS =
            Set.of("-_", "int", "uint", "double", "string", "bytes", "bool", "duration", "timestamp", "dyn", "type");

    private final CelAbstractSyntaxTree ast;
    private final Set<Long> constants = new HashSet<>();
    private final int[] fixed;
    private final int[] ifPresent;
    private final @Nullable CallCosts[] calls;

    private CostPlan(CelAbstractSyntaxTree ast, int nodes) {
        this.ast = ast;
        this.fixed = new int[nodes];
        this.ifPresent = new int[nodes];
        this.calls = new CallCosts[nodes];
    }

    static CostPlan of(CelAbstractSyntaxTree ast) {
        CostPlan plan = new CostPlan(ast, (int) Ids.largest(ast.getExpr()) + 1);
        plan.node(ast.getExpr());
        return plan;
    }

    /** What a node costs besides {@link #call}. */
    int fixed(int id) {
        return fixed[id];
    }

    /** The call at a node whose arguments count. */
    @Nullable
    CallCosts call(int id) {
        return calls[id];
    }

    /** What a node costs besides, if its result is an optional with a value. */
    int ifPresent(int id) {
        return ifPresent[id];
    }

    private void optional(CelExpr expr, int cost) {
        ifPresent[(int) expr.id()] = cost;
    }

    private void cost(CelExpr expr, int cost) {
        fixed[(int) expr.id()] = cost;
    }

    private void node(CelExpr expr) {
        switch (expr.getKind()) {
            case CONSTANT -> constants.add(expr.id());
            case IDENT -> ident(expr);
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST -> {
                expr.list().elements().forEach(this::node);
                literal(
                        expr,
                        expr.list().elements(),
                        expr.list().optionalIndices().isEmpty(),
                        LIST);
            }
            case MAP -> {
                List<CelExpr> parts = new ArrayList<>();
                expr.map().entries().forEach(entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                });
                parts.forEach(this::node);
                literal(expr, parts, expr.map().entries().stream().noneMatch(entry -> entry.optionalEntry()), MAP);
            }
            case STRUCT -> {
                expr.struct().entries().forEach(entry -> node(entry.value()));
                cost(expr, STRUCT);
            }
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expr.comprehension();
                List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                        .forEach(this::node);
            }
            default -> {}
        }
    }

    private void literal(CelExpr expr, List<CelExpr> parts, boolean foldable, int cost) {
        if (foldable && parts.stream().allMatch(this::isConstant)) {
            constants.add(expr.id());
        } else {
            cost(expr, cost);
        }
    }

    private boolean isConstant(CelExpr expr) {
        return constants.contains(expr.id());
    }

    private void ident(CelExpr expr) {
        boolean type = ast.getType(expr.id())
                .map(found -> found.kind() == CelKind.TYPE)
                .orElse(false);
        if (type) {
            constants.add(expr.id());
        } else {
            cost(expr, 1);
        }
    }

    /** The runtime reads {@code a.b.c} at once: the whole chain costs at its end. */
    private void select(CelExpr expr) {
        if (OptionalChains.isOptional(expr)) {
            node(expr.select().operand());
            optional(expr, 1);
            return;
        }
        int fields = 0;
        CelExpr base = expr;
        while (base.getKind() == Kind.SELECT) {
            fields += base.select().testOnly() ? 0 : 1;
            base = base.select().operand();
        }
        node(base);
        if (base.getKind() == Kind.IDENT) {
            cost(base, 0);
            cost(expr, fields + 1);
        } else {
            cost(expr, fields + (isIndex(base) ? 0 : 1));
        }
    }

    private static boolean isIndex(CelExpr expr) {
        return expr.getKind() == Kind.CALL && INDEX.contains(expr.call().function());
    }

    /** A search in a list of scalars that the expression writes out. */
    private boolean isMembership(String function, List<CelExpr> arguments) {
        return function.equals("@in")
                && arguments.get(1).getKind() == Kind.LIST
                && isConstant(arguments.get(1))
                && arguments.get(1).list().elements().stream()
                        .noneMatch(item -> item.getKind() == Kind.LIST || item.getKind() == Kind.MAP);
    }

    private static boolean isAttribute(CelExpr expr) {
        return expr.getKind() == Kind.IDENT || expr.getKind() == Kind.SELECT || isIndex(expr);
    }

    private void call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        arguments.forEach(this::node);
        String function = call.function();
        if (INDEX.contains(function)) {
            int base = isAttribute(arguments.get(0)) ? 0 : 1;
            int read = isAttribute(arguments.get(1)) ? 0 : 1;
            if (OptionalChains.isOptional(expr)) {
                cost(expr, base);
                optional(expr, read);
            } else {
                cost(expr, base + read);
            }
        } else if (function.equals("_?_:_")) {
            arguments.subList(1, 3).forEach(this::branch);
        } else if (isFolded(function, arguments)) {
            constants.add(expr.id());
        } else if (!FREE.contains(function) && !isMembership(function, arguments)) {
            calls[(int) expr.id()] = CallCosts.of(function, overload(expr));
        }
    }

    /** A branch that reads a value does so as part of the choice. */
    private void branch(CelExpr branch) {
        if (isAttribute(branch)) {
            int id = (int) branch.id();
            fixed[id] = Math.max(0, fixed[id] - 1);
        }
    }

    private boolean isFolded(String function, List<CelExpr> arguments) {
        return arguments.size() == 1 && isConstant(arguments.get(0)) && CONVERSIONS.contains(function);
    }

    /** The overload where the checker found one; where it left the choice to the run, none. */
    private String overload(CelExpr expr) {
        CelReference reference = ast.getReferenceMap().get(expr.id());
        return reference != null && reference.overloadIds().size() == 1
                ? reference.overloadIds().get(0)
                : "";
    }
}
