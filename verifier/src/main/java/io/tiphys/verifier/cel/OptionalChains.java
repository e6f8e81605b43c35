package io.tiphys.verifier.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/** Chains such as {@code a.?b.c[0]}. */
final class OptionalChains {
    private OptionalChains() {}

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
}
