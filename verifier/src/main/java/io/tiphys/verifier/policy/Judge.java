package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.CelPlaces;
import io.tiphys.verifier.policy.PolicyOutcome.Verdict;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges one subject, values that are not known included: see the package's documentation. */
final class Judge {
    private final PolicySubject subject;
    private final Set<JsonPointer> reads = new HashSet<>();
    private final Evaluation evaluation;

    Judge(PolicySubject subject) {
        this.subject = subject;
        this.evaluation = new Evaluation(subject, reads);
    }

    Decision decide(AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params) {
        reads.clear();
        Decision decision = evaluation.decide(policy, compiled, params);
        return reads.isEmpty() ? decision : sampled(policy, compiled, params);
    }

    /** What is read only on some samples is sampled too, in the next round. */
    private Decision sampled(AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params) {
        Set<JsonPointer> all = new HashSet<>(reads);
        while (true) {
            Set<JsonPointer> more = new HashSet<>();
            Decision decision = round(policy, compiled, params, new Samples(subject, all, policy, params), more);
            if (decision.verdict() == Verdict.UNDETERMINED || !all.addAll(more)) {
                return decision;
            }
        }
    }

    private Decision round(
            AdmissionPolicy policy,
            CompiledPolicy compiled,
            Optional<JsonNode> params,
            Samples samples,
            Set<JsonPointer> more) {
        Set<Verdict> verdicts = new LinkedHashSet<>();
        Set<String> messages = new LinkedHashSet<>();
        Decision last = Decision.ALLOWED;
        Evaluation base = new Evaluation(subject.withUndetermined(samples.others(), subject.examples()), more);
        CelPlaces places = base.places(samples.places());
        for (Map<JsonPointer, JsonNode> values : samples.values()) {
            last = base.with(places, values).decide(policy, compiled, params);
            verdicts.add(last.verdict());
            messages.addAll(last.messages());
            if (more.isEmpty() && (verdicts.size() > 1 || verdicts.contains(Verdict.ERROR))) {
                return new Decision(
                        Verdict.UNDETERMINED, "", messages.stream().limit(1).toList());
            }
        }
        return new Decision(last.verdict(), last.reason(), evaluationMessages(policy, compiled, params, last));
    }

    /** Messages name the placeholders, not the samples, where the evaluation on the placeholders came to the same. */
    private List<String> evaluationMessages(
            AdmissionPolicy policy, CompiledPolicy compiled, Optional<JsonNode> params, Decision sample) {
        Decision plain = evaluation.decide(policy, compiled, params);
        return plain.verdict() == sample.verdict() ? plain.messages() : sample.messages();
    }
}
