package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.value.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How often and when something that failed is tried again: {@code retryStrategy}. Immutable. */
public final class Retry {
    /** What is tried again. */
    public enum Policy {
        /** Whatever went wrong. */
        ALWAYS("Always"),
        /** The main container failed. */
        ON_FAILURE("OnFailure"),
        /** Argo or Kubernetes failed, such as by the loss of a node. */
        ON_ERROR("OnError"),
        /** Errors that Argo takes for passing. */
        ON_TRANSIENT_ERROR("OnTransientError");

        private final String text;

        Policy(String text) {
            this.text = text;
        }
    }

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    private final Fields fields;
    private final List<Object> used;
    private final List<Problem> problems;

    private Retry(Fields fields, List<Object> used, List<Problem> problems) {
        this.fields = fields;
        this.used = List.copyOf(used);
        this.problems = List.copyOf(problems);
    }

    /** So many more times at most: {@code limit}; a number or a value. */
    public static Retry times(Object limit) {
        Retry none = new Retry(Fields.NONE, List.of(), List.of());
        return none.changed(in -> in.set("limit", Texts.of("limit", limit)), limit)
                .checked("limit", limit, false);
    }

    /** Waits before the first try: seconds, or a duration such as {@code 2m}. */
    public Retry backoff(Object duration) {
        return backoff("duration", duration).checked("backoff.duration", duration, true);
    }

    /** Each wait is so many times as long as the one before. */
    public Retry factor(Object factor) {
        return backoff("factor", factor).checked("backoff.factor", factor, false);
    }

    /** No new try begins this long after the first: seconds, or a duration such as {@code 1h}. */
    public Retry maxDuration(Object duration) {
        return backoff("maxDuration", duration).checked("backoff.maxDuration", duration, true);
    }

    /** No wait is longer; since Argo 3.7. */
    public Retry cap(Object duration) {
        return backoff("cap", duration).checked("backoff.cap", duration, true);
    }

    /** What is tried again; without it failures of the main container are. */
    public Retry policy(Policy policy) {
        return changed(in -> in.set("retryPolicy", Fields.given("policy", policy).text), List.of());
    }

    /** Only if this holds: {@code expression}, about {@code lastRetry(…)}. */
    public Retry onlyIf(Condition condition) {
        return changed(
                in -> in.set("expression", Fields.given("onlyIf", condition).expr()), condition);
    }

    /** Not again on a node where it failed. */
    public Retry onAnotherNode() {
        return changed(in -> in.set("affinity", Fields.NONE.set("nodeAntiAffinity", Fields.NONE)), List.of());
    }

    private Retry backoff(String field, Object value) {
        return changed(in -> Texts.nested(in, "backoff", all -> all.set(field, Texts.of(field, value))), value);
    }

    private Retry changed(UnaryOperator<Fields> change, Object value) {
        List<Object> more = new ArrayList<>(used);
        more.add(value);
        return new Retry(change.apply(fields), more, problems);
    }

    private Retry checked(String field, Object value, boolean duration) {
        String text = Texts.of(field, value);
        Optional<String> wrong =
                text.contains("{{") ? Optional.empty() : duration ? Duration.problem(text) : wholeNumber(text);
        if (wrong.isEmpty()) {
            return this;
        }
        List<Problem> more = new ArrayList<>(problems);
        more.add(Problem.here(DefinitionRules.BAD_RETRY, "retryStrategy." + field + ": " + wrong.get()));
        return new Retry(fields, used, more);
    }

    private static Optional<String> wholeNumber(String text) {
        return WHOLE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("\"" + text + "\" is no whole number from 0 up");
    }

    Fields fields() {
        return fields;
    }

    Object used() {
        return used;
    }

    List<Problem> problems() {
        return problems;
    }
}
