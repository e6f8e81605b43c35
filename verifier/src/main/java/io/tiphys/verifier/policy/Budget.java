package io.tiphys.verifier.policy;

import io.tiphys.verifier.cel.CelBudget;
import io.tiphys.verifier.cel.CelCost;
import io.tiphys.verifier.cel.CelExpression;
import io.tiphys.verifier.cel.CelInput;
import io.tiphys.verifier.cel.CelResult;
import io.tiphys.verifier.cel.LazyVariables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the expressions of a policy may still cost for one object. Not for several threads. */
final class Budget {
    /** The words of the API server. */
    static final String EXCEEDED =
            "validation failed due to running out of cost budget, no further validation rules will be run";

    private final CelInput input;
    private final Optional<LazyVariables> variables;
    private final Map<CelExpression, CelCost> known = new HashMap<>();
    private long left;

    Budget(long left, CelInput input, Optional<LazyVariables> variables) {
        this.left = left;
        this.input = input;
        this.variables = variables;
    }

    /** The same evaluations with as much as audit annotations may cost. */
    Budget renewed() {
        return new Budget(CelBudget.PER_POLICY, input, variables);
    }

    /** The result of an expression, which is evaluated once but counted each time; nothing if the budget does not suffice, and then for none after it. */
    Optional<CelResult> evaluate(CelExpression expression) {
        if (left < 0) {
            return Optional.empty();
        }
        CelCost counted = known.computeIfAbsent(expression, once -> once.evaluateCounted(input));
        left -= counted.cost() + variables.map(LazyVariables::takeCost).orElse(0L);
        return left < 0 ? Optional.empty() : Optional.of(counted.result());
    }

    /** Whether so many expressions can cost more than is left. Those that cannot need no evaluation to know it. */
    boolean mayNotSuffice(int expressions) {
        return expressions * CelBudget.PER_EXPRESSION > left;
    }
}
