package io.tiphys.verifier.policy.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A compiled expression. Immutable and usable by several threads. */
public final class CelExpression {
    private final CelRuntime.Program program;
    private final CelType type;

    CelExpression(CelRuntime.Program program, CelType type) {
        this.program = program;
        this.type = type;
    }

    /** Its static type. */
    public CelScope.CelTypeName type() {
        return new CelScope.CelTypeName(type);
    }

    /** Evaluates it; errors of the expression are results. */
    public CelResult evaluate(CelInput input) {
        try {
            return new CelResult.Value(unwrapped(program.eval(input)));
        } catch (CelEvaluationException e) {
            return new CelResult.Failed(ErrorText.of(e));
        } catch (StackOverflowError e) {
            return new CelResult.Failed(Limits.exceededText());
        }
    }

    private static Object unwrapped(Object value) {
        return value instanceof CelValue known ? known.value() : value;
    }
}
