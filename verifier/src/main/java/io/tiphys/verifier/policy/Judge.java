package io.tiphys.verifier.policy;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.CelUnknowns;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Judges one subject, values that are not known included: see the package's documentation. Not for several threads. */
final class Judge {
    private final PolicySubject subject;
    private final CelUnknowns unknowns;
    private final Evaluation evaluation;
    private final Map<JsonPointer, Placeholder> placeholders = new TreeMap<>(comparing(JsonPointer::toString));

    Judge(PolicySubject subject) {
        this.subject = subject;
        this.unknowns = CelUnknowns.of(subject.object(), subject.undetermined());
        this.evaluation = new Evaluation(subject, unknowns.document());
    }

    Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Param param) {
        unknowns.forget();
        Decision decision = evaluation.decide(policy, compiled, param, Optional.empty());
        return unknowns.reads().isEmpty() ? decision : sampled(policy, compiled, param, decision);
    }

    /** Made when they are first needed. */
    private Map<JsonPointer, Placeholder> placeholders() {
        if (placeholders.isEmpty()) {
            subject.undetermined().forEach(pointer -> placeholders.put(pointer, Placeholder.of(subject, pointer)));
        }
        return placeholders;
    }

    /** What is read only on some samples is sampled too, in the next round. */
    private Decision sampled(AdmissionPolicy policy, CompiledPolicy compiled, Param param, Decision plain) {
        Set<JsonPointer> all = new HashSet<>();
        Optional<Decision> decision = Optional.empty();
        while (decision.isEmpty()) {
            all.addAll(unknowns.reads());
            unknowns.forget();
            List<String> literals = param.known(policy, compiled).literals();
            decision = round(policy, compiled, param, new Samples(subject, placeholders(), all, literals), plain);
            unknowns.lend(Map.of());
        }
        return decision.get();
    }

    /** Nothing where a further round is needed. */
    private Optional<Decision> round(
            AdmissionPolicy policy, CompiledPolicy compiled, Param param, Samples samples, Decision plain) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<String> messages = new LinkedHashSet<>();
        Decision last = Decision.ALLOWED;
        for (Map<String, String> assignment : samples.assignments()) {
            Map<JsonPointer, JsonNode> values = samples.values(assignment);
            unknowns.lend(values);
            last = evaluation.decide(policy, compiled, param, Optional.ofNullable(values.get(Evaluation.NAME)));
            verdicts.add(last.verdict());
            messages.addAll(last.messages());
            if (unknowns.reads().isEmpty() && (verdicts.size() > 1 || verdicts.contains(Verdict.ERROR))) {
                return Optional.of(new Decision(
                        Verdict.UNDETERMINED, "", messages.stream().limit(1).toList()));
            }
        }
        if (!unknowns.reads().isEmpty() && last.verdict() != Verdict.UNDETERMINED) {
            return Optional.empty();
        }
        // messages name the placeholders, not the samples, where the evaluation on the placeholders came to the same
        List<String> named = plain.verdict() == last.verdict() ? plain.messages() : last.messages();
        return Optional.of(new Decision(last.verdict(), last.reason(), named));
    }
}
