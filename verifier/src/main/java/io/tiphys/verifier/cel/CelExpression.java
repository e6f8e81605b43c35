package io.tiphys.verifier.cel;

import dev.cel.common.types.CelType;
import java.util.Set;

/** A compiled expression. Immutable and usable by several threads. */
public final class CelExpression {
    private final Step root;
    private final int locals;
    private final CelType type;
    private final CelReads reads;

    CelExpression(Step root, int locals, CelType type, CelReads reads) {
        this.root = root;
        this.locals = locals;
        this.type = type;
        this.reads = reads;
    }

    /** Its static type. */
    public CelScope.CelTypeName type() {
        return new CelScope.CelTypeName(type);
    }

    /**
     * Whether its result is the same for all objects.
     *
     * @param fixedVariables the variables of which this is true
     */
    public boolean isFixed(Set<String> fixedVariables) {
        return reads.areFixed(fixedVariables);
    }

    /** Evaluates it; errors of the expression are results. */
    public CelResult evaluate(CelInput input) {
        return evaluateCounted(input).result();
    }

    /** Evaluates it and counts what it cost; beyond {@link CelBudget#PER_EXPRESSION} it fails. */
    public CelCost evaluateCounted(CelInput input) {
        Frame frame = new Frame(input, locals, CelBudget.PER_EXPRESSION);
        CelResult result;
        try {
            result = new CelResult.Value(root.eval(frame));
        } catch (CelFailure e) {
            result = new CelResult.Failed(e.getMessage());
        } catch (CostExceededError | StackOverflowError e) {
            result = new CelResult.Failed(Limits.exceededText());
        }
        return new CelCost(result, frame.cost());
    }
}
