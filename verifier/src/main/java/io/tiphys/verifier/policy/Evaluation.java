package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.verifier.cel.Authorizer;
import io.tiphys.verifier.cel.CelBudget;
import io.tiphys.verifier.cel.CelInput;
import io.tiphys.verifier.cel.CelPlaces;
import io.tiphys.verifier.cel.CelResult;
import io.tiphys.verifier.cel.CelValues;
import io.tiphys.verifier.cel.LazyVariables;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Evaluates policies on one subject; its documents become CEL values once. */
final class Evaluation {
    private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");

    private final PolicySubject subject;
    private final Map<String, Object> values;

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
        this.subject = subject;
        this.values = Map.copyOf(all);
    }

    private Evaluation(PolicySubject subject, Map<String, Object> values) {
        this.subject = subject;
        this.values = Map.copyOf(values);
    }

    /** Places of the object, to be given other values by {@link #with}. */
    CelPlaces places(Set<JsonPointer> places) {
        return new CelPlaces(Objects.requireNonNull(values.get("object")), places);
    }

    /** An evaluation of the same subject with other values in some places of the object. */
    Evaluation with(CelPlaces places, Map<JsonPointer, JsonNode> others) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("object", places.with(others));
        JsonNode name = others.get(NAME);
        if (name != null) {
            JsonNode named = subject.object().deepCopy();
            Pointers.replace(named, NAME, name);
            all.put("request", CelValues.of(Requests.request(subject.withObject(named, Set.of()))));
        }
        return new Evaluation(subject, all);
    }

    /** One evaluation with one param, or none. */
    Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params) {
        Authorizer authorizer = Authorizer.of(subject.groups());
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
        LazyVariables variables = new LazyVariables(compiled.variables(), input);
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
