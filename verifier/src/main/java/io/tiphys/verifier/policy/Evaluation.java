package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import io.tiphys.verifier.policy.cel.Authorizer;
import io.tiphys.verifier.policy.cel.CelExpression;
import io.tiphys.verifier.policy.cel.CelInput;
import io.tiphys.verifier.policy.cel.CelResult;
import io.tiphys.verifier.policy.cel.CelValues;
import io.tiphys.verifier.policy.cel.LazyVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates policies on one subject; its documents become CEL values once. */
final class Evaluation {
    private static final int LONGEST_MESSAGE = 5 * 1024;

    private final Map<String, Object> values;
    private final List<String> groups;

    Evaluation(PolicySubject subject, Set<JsonPointer> reads) {
        Map<String, Object> all = new HashMap<>();
        all.put(
                "object",
                subject.undetermined().isEmpty()
                        ? CelValues.of(subject.object())
                        : CelValues.watching(subject.object(), subject.undetermined(), reads));
        all.put("oldObject", CelValues.of(subject.oldObject()));
        all.put("request", CelValues.of(Requests.request(subject)));
        all.put("namespaceObject", CelValues.of(Requests.namespace(subject)));
        this.values = Map.copyOf(all);
        this.groups = subject.groups();
    }

    /** One evaluation with one param, or none. */
    Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params) {
        Authorizer authorizer = Authorizer.of(groups);
        Decision decision = decide(policy, compiled, params, authorizer);
        return authorizer.wasUnknown() && decision.verdict() != Verdict.DENIED
                ? new Decision(Verdict.UNDETERMINED, "", decision.messages())
                : decision;
    }

    private Decision decide(
            AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params, Authorizer authorizer) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("authorizer", authorizer);
        all.put("authorizer.requestResource", authorizer.requestResource());
        all.put("params", CelValues.of(params.orElse(MissingNode.getInstance())));
        CelInput input = CelInput.of(all);
        Optional<Decision> skipped = conditions(policy, compiled, input);
        if (skipped.isPresent()) {
            return skipped.get();
        }
        CelInput full = new LazyVariables(compiled.variables(), input).input();
        Decision decision = Decision.ALLOWED;
        for (CompiledPolicy.Check check : compiled.checks()) {
            decision = decision.and(check(policy, check, full));
        }
        for (CompiledPolicy.Condition annotation : compiled.annotations()) {
            if (annotation.expression().evaluate(full) instanceof CelResult.Failed failed) {
                decision =
                        decision.and(failure(policy, annotation.named().source().expression(), failed.message()));
            }
        }
        return decision;
    }

    /** Any false condition skips, even if others fail. */
    private static Optional<Decision> conditions(AdmissionPolicy policy, CompiledPolicy compiled, CelInput input) {
        List<String> errors = new ArrayList<>();
        for (CompiledPolicy.Condition condition : compiled.conditions()) {
            CelResult result = condition.expression().evaluate(input);
            if (result instanceof CelResult.Value value && value.value().equals(false)) {
                return Optional.of(Decision.SKIPPED);
            }
            if (result instanceof CelResult.Failed failed) {
                errors.add("expression '" + condition.named().source().expression() + "' resulted in error: "
                        + failed.message());
            }
        }
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(policy.failsClosed() ? Decision.error(String.join(", ", errors)) : Decision.SKIPPED);
    }

    private static Decision check(AdmissionPolicy policy, CompiledPolicy.Check check, CelInput input) {
        CelResult result = check.expression().evaluate(input);
        if (result instanceof CelResult.Failed failed) {
            return failure(policy, check.validation().expression().expression(), failed.message());
        }
        if (((CelResult.Value) result).value().equals(true)) {
            return Decision.ALLOWED;
        }
        return new Decision(Verdict.DENIED, check.validation().reason(), List.of(message(check, input)));
    }

    private static Decision failure(AdmissionPolicy policy, String expression, String message) {
        return policy.failsClosed()
                ? Decision.error("expression '" + expression + "' resulted in error: " + message)
                : Decision.ALLOWED;
    }

    private static String message(CompiledPolicy.Check check, CelInput input) {
        Optional<String> computed = check.message()
                .flatMap(expression -> computed(expression, input))
                .filter(Evaluation::isUsable);
        if (computed.isPresent()) {
            return computed.get();
        }
        String message = check.validation().message().strip();
        return message.isEmpty()
                ? "failed expression: "
                        + check.validation().expression().expression().strip()
                : message;
    }

    private static Optional<String> computed(CelExpression expression, CelInput input) {
        return expression.evaluate(input) instanceof CelResult.Value value && value.value() instanceof String text
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    private static boolean isUsable(String message) {
        return !message.isEmpty()
                && message.indexOf('\n') < 0
                && message.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_MESSAGE;
    }
}
