package io.tiphys.verifier.expr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An expression inside a tag: its value as it is put into JSON, or the tag stays. */
final class TagExpression {
    /** Variables of a later time: an expression that names one that is absent waits for it. */
    private static final Set<String> LATE = Set.of(
            "item",
            "retries",
            "lastRetry.exitCode",
            "lastRetry.status",
            "lastRetry.duration",
            "lastRetry.message",
            "workflow.status",
            "workflow.failures");
    /** What stands for a value while the controller checks a workflow. */
    private static final String PLACEHOLDER = "__argo__internal__placeholder-";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Names names;
    private final Scope scope;
    private final Strictness strictness;
    private Optional<String> unknown = Optional.empty();

    TagExpression(Scope scope, Strictness strictness) {
        this.scope = scope;
        this.names = scope.names(true);
        this.strictness = strictness;
    }

    /** What would have to be known. */
    Optional<String> unknown() {
        return unknown;
    }

    /** The value, or empty if the tag stays as it is. */
    Optional<String> value(String content) throws TagException {
        String plain = content.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
        String text;
        try {
            text = MAPPER.readTree('"' + plain + '"').asText();
        } catch (JsonProcessingException e) {
            throw new TagException("the expression is cut by the end of its text", false);
        }
        Expression expression = Expression.parse(text);
        if (expression.problem().isPresent()) {
            return unparsed(expression.problem().get());
        }
        Syntax syntax = expression.syntax().orElseThrow();
        List<String> missing;
        try {
            missing = missing(syntax);
        } catch (ValueException e) {
            unknown = Optional.of(e.message());
            return Optional.empty();
        }
        for (String name : missing) {
            if (strictness.covers(name)) {
                throw new TagException(name + " is missing", true);
            }
        }
        boolean lenient = !missing.isEmpty() || strictness.isLenient();
        if (lenient && missing.stream().anyMatch(LATE::contains)) {
            return Optional.empty();
        }
        return value(Evaluation.of(syntax, names), lenient, lenient || hasPlaceholder(scope.nested()));
    }

    private Optional<String> unparsed(Expression.Problem problem) throws TagException {
        if (problem.limit()) {
            unknown = Optional.of(problem.message());
            return Optional.empty();
        }
        if (hasPlaceholder(scope.nested())) {
            return Optional.empty();
        }
        throw new TagException(problem.message(), false);
    }

    private Optional<String> value(Evaluation evaluation, boolean lenient, boolean forgiving) throws TagException {
        if (evaluation.unknown().isPresent()) {
            unknown = evaluation.unknown();
            return Optional.empty();
        }
        Object value = evaluation.value().orElse(Nil.NIL);
        if (value == Nil.NIL) {
            if (forgiving) {
                return Optional.empty();
            }
            throw new TagException(evaluation.problem().orElse("the expression gives nil"), false);
        }
        try {
            String json = Json.write(value);
            return Optional.of(
                    value instanceof String && json.length() > 1
                            ? json.substring(1, json.length() - 1)
                            : GoQuote.inner(json));
        } catch (ValueException e) {
            if (!e.isKnown()) {
                unknown = Optional.of(e.message());
                return Optional.empty();
            }
            if (lenient) {
                return Optional.empty();
            }
            throw new TagException(e.message(), false);
        }
    }

    private List<String> missing(Syntax syntax) throws ValueException {
        List<String> missing = new ArrayList<>();
        for (String name : References.required(syntax)) {
            if (!scope.reaches(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static boolean hasPlaceholder(Map<String, Object> values) {
        for (Object value : values.values()) {
            if ((value instanceof String text && text.startsWith(PLACEHOLDER))
                    || (value instanceof Entries entries && hasPlaceholder(entries.values()))) {
                return true;
            }
        }
        return false;
    }
}
