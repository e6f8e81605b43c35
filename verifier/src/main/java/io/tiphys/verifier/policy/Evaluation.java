package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.Authorizer;
import io.tiphys.verifier.cel.CelBudget;
import io.tiphys.verifier.cel.CelInput;
import io.tiphys.verifier.cel.CelResult;
import io.tiphys.verifier.cel.CelValues;
import io.tiphys.verifier.cel.LazyVariables;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates policies on one subject; its documents become CEL values once. */
final class Evaluation {
    /** Where the name stands, which is the request's too. */
    static final JsonPointer NAME = JsonPointer.compile("/metadata/name");

    private final PolicySubject subject;
    private final Map<String, Object> values;
    private Optional<Bound> bound = Optional.empty();

    Evaluation(PolicySubject subject, Object object) {
        this.subject = subject;
        this.values = Map.of(
                "object",
                object,
                "oldObject",
                CelValues.of(subject.oldObject()),
                "request",
                CelValues.of(Requests.request(subject, subject.name())),
                "namespaceObject",
                CelValues.of(Requests.namespace(subject)));
    }

    /** What one evaluation after another sees, as long as the param is the same. */
    private record Bound(Param param, Authorizer authorizer, CelInput input) {}

    /**
     * One evaluation with one param, or none.
     *
     * @param name the name in the request, if it is not the object's
     */
    Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Param param, Optional<JsonNode> name) {
        Bound now = name.isPresent() ? bind(param, name) : bound(param);
        Decision decision = decide(policy, compiled, param, now.input());
        if (!now.authorizer().wasUnknown()) {
            return decision;
        }
        bound = Optional.empty();
        return decision.verdict() == Verdict.DENIED
                ? decision
                : new Decision(Verdict.UNDETERMINED, "", decision.messages());
    }

    private Bound bound(Param param) {
        if (bound.isEmpty() || !bound.get().param().equals(param)) {
            bound = Optional.of(bind(param, Optional.empty()));
        }
        return bound.get();
    }

    private Bound bind(Param param, Optional<JsonNode> name) {
        Authorizer authorizer = Authorizer.of(subject.groups());
        Map<String, Object> all = new HashMap<>(values);
        all.put("authorizer", authorizer);
        all.put("authorizer.requestResource", authorizer.requestResource());
        all.put("params", param.value());
        name.ifPresent(other -> all.put("request", CelValues.of(Requests.request(subject, other.asText("")))));
        return new Bound(param, authorizer, CelInput.of(all));
    }

    private static Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Param param, CelInput input) {
        Optional<Decision> skipped = conditions(policy, compiled, input);
        if (skipped.isPresent()) {
            return skipped.get();
        }
        LazyVariables variables = new LazyVariables(
                compiled.variables(), input, param.known(policy, compiled).variables());
        Budget budget = new Budget(CelBudget.PER_POLICY, variables.input(), Optional.of(variables));
        return validations(policy, compiled, budget).and(annotations(policy, compiled, budget.renewed()));
    }

    private static Decision validations(AdmissionPolicy policy, CompiledPolicy compiled, Budget budget) {
        List<CelResult> results = new ArrayList<>();
        for (CompiledPolicy.Check check : compiled.checks()) {
            Optional<CelResult> result = budget.evaluate(check.expression());
            if (result.isEmpty()) {
                return failure(policy, Budget.EXCEEDED);
            }
            results.add(result.get());
        }
        Messages messages = Messages.of(compiled, results, budget);
        Decision decision = Decision.ALLOWED;
        for (int i = 0; i < results.size(); i++) {
            decision = decision.and(decision(policy, compiled.checks().get(i), results.get(i), messages, i));
        }
        return decision;
    }

    private static Decision annotations(AdmissionPolicy policy, CompiledPolicy compiled, Budget budget) {
        Decision decision = Decision.ALLOWED;
        for (CompiledPolicy.Condition annotation : compiled.annotations()) {
            Optional<CelResult> result = budget.evaluate(annotation.expression());
            if (result.isEmpty()) {
                return failure(policy, Budget.EXCEEDED);
            }
            if (result.get() instanceof CelResult.Failed failed) {
                decision = decision.and(
                        failure(policy, resulted(annotation.named().source().expression(), failed)));
            }
        }
        return decision;
    }

    /** Any false condition skips, even if others fail, but not if all together cost too much. */
    private static Optional<Decision> conditions(AdmissionPolicy policy, CompiledPolicy compiled, CelInput input) {
        List<String> errors = new ArrayList<>();
        Budget budget = new Budget(CelBudget.PER_MATCH_CONDITIONS, input, Optional.empty());
        boolean skipped = false;
        int left = compiled.conditions().size();
        for (CompiledPolicy.Condition condition : compiled.conditions()) {
            if (skipped && !budget.mayNotSuffice(left)) {
                break;
            }
            left--;
            Optional<CelResult> result = budget.evaluate(condition.expression());
            if (result.isEmpty()) {
                return Optional.of(policy.failsClosed() ? Decision.error(Budget.EXCEEDED) : Decision.SKIPPED);
            }
            skipped |= result.get() instanceof CelResult.Value value
                    && value.value().equals(false);
            if (result.get() instanceof CelResult.Failed failed) {
                errors.add(resulted(condition.named().source().expression(), failed));
            }
        }
        if (skipped) {
            return Optional.of(Decision.SKIPPED);
        }
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(policy.failsClosed() ? Decision.error(String.join(", ", errors)) : Decision.SKIPPED);
    }

    private static Decision decision(
            AdmissionPolicy policy, CompiledPolicy.Check check, CelResult result, Messages messages, int index) {
        if (result instanceof CelResult.Failed failed) {
            return failure(policy, resulted(check.validation().expression().expression(), failed));
        }
        if (messages.exceeded()) {
            return failure(policy, "failed messageExpression: " + Budget.EXCEEDED);
        }
        return ((CelResult.Value) result).value().equals(true)
                ? Decision.ALLOWED
                : new Decision(Verdict.DENIED, check.validation().reason(), List.of(messages.of(check, index)));
    }

    private static String resulted(String expression, CelResult.Failed failed) {
        return "expression '" + expression + "' resulted in error: " + failed.message();
    }

    private static Decision failure(AdmissionPolicy policy, String message) {
        return policy.failsClosed() ? Decision.error(message) : Decision.ALLOWED;
    }
}
