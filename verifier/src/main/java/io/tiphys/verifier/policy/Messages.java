package io.tiphys.verifier.policy;

import io.tiphys.verifier.cel.CelExpression;
import io.tiphys.verifier.cel.CelResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of a policy's validations. The API server computes all of them, also those of validations that hold; we do
 * so only where they could cost more than the policy has left.
 */
final class Messages {
    private static final int LONGEST = 5 * 1024;

    private final List<Optional<CelResult>> results;
    private final boolean exceeded;

    private Messages(List<Optional<CelResult>> results, boolean exceeded) {
        this.results = results;
        this.exceeded = exceeded;
    }

    static Messages of(CompiledPolicy policy, List<CelResult> validations, Budget budget) {
        int expressions = policy.variables().size()
                + (int) policy.checks().stream()
                        .filter(check -> check.message().isPresent())
                        .count();
        boolean all = budget.mayNotSuffice(expressions);
        List<Optional<CelResult>> results = new ArrayList<>();
        for (int i = 0; i < validations.size(); i++) {
            boolean needed = all
                    || (validations.get(i) instanceof CelResult.Value value
                            && !value.value().equals(true));
            Optional<CelExpression> expression =
                    policy.checks().get(i).message().filter(message -> needed);
            Optional<CelResult> result = expression.flatMap(budget::evaluate);
            if (expression.isPresent() && result.isEmpty()) {
                return new Messages(List.of(), true);
            }
            results.add(result);
        }
        return new Messages(results, false);
    }

    /** Whether the messages cost too much together. */
    boolean exceeded() {
        return exceeded;
    }

    /** The message of a denial. */
    String of(CompiledPolicy.Check check, int index) {
        Optional<String> computed = results.get(index)
                .filter(result -> result instanceof CelResult.Value value && value.value() instanceof String)
                .map(result -> ((String) ((CelResult.Value) result).value()).strip())
                .filter(Messages::isUsable);
        if (computed.isPresent()) {
            return computed.get();
        }
        String message = check.validation().message().strip();
        return message.isEmpty()
                ? "failed expression: "
                        + check.validation().expression().expression().strip()
                : message;
    }

    private static boolean isUsable(String message) {
        return !message.isEmpty()
                && message.indexOf('\n') < 0
                && message.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
