package io.tiphys.verifier.cel;

import dev.cel.common.ast.CelExpr;

/** The numbers of an expression's nodes. */
final class Ids {
    private Ids() {}

    static long largest(CelExpr expr) {
        long largest = expr.id();
        switch (expr.getKind()) {
            case SELECT -> largest = Math.max(largest, largest(expr.select().operand()));
            case CALL -> {
                if (expr.call().target().isPresent()) {
                    largest = Math.max(largest, largest(expr.call().target().get()));
                }
                largest = Math.max(largest, largest(expr.call().args()));
            }
            case LIST -> largest = Math.max(largest, largest(expr.list().elements()));
            case MAP -> {
                for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
                    largest = Math.max(largest, Math.max(largest(entry.key()), largest(entry.value())));
                }
            }
            case STRUCT -> {
                for (CelExpr.CelStruct.Entry entry : expr.struct().entries()) {
                    largest = Math.max(largest, largest(entry.value()));
                }
            }
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expr.comprehension();
                largest = Math.max(
                        largest,
                        largest(java.util.List.of(
                                loop.iterRange(),
                                loop.accuInit(),
                                loop.loopCondition(),
                                loop.loopStep(),
                                loop.result())));
            }
            default -> {}
        }
        return largest;
    }

    private static long largest(Iterable<CelExpr> all) {
        long largest = 0;
        for (CelExpr expr : all) {
            largest = Math.max(largest, largest(expr));
        }
        return largest;
    }
}
