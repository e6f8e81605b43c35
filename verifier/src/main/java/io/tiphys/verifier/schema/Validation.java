package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.cel.CelCompilation;
import io.tiphys.verifier.cel.CelEnvironment;
import io.tiphys.verifier.cel.CelExpression;
import io.tiphys.verifier.cel.CelInput;
import io.tiphys.verifier.cel.CelResult;
import io.tiphys.verifier.cel.CelResultType;
import io.tiphys.verifier.cel.CelScope;
import io.tiphys.verifier.cel.CelValues;
import io.tiphys.verifier.cel.KubernetesVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the rules in CEL that the schema states of the fields of a type. It is compiled when two of them first stand
 * together, with the texts that the rule is about, which most manifests never have: to start CEL takes longer than to judge
 * a hundred of them.
 */
final class Validation {
    private record Compiled(CelExpression rule, Optional<CelExpression> message) {}

    private final JsonNode source;
    private final List<String> fields = new ArrayList<>();
    private final Map<String, Pattern> where = new LinkedHashMap<>();
    private volatile @Nullable Compiled compiled;

    /** A rule of {@code x-validations}. */
    Validation(JsonNode source) {
        this.source = source;
        source.path("fields").forEach(field -> fields.add(field.asText()));
        source.path("where")
                .properties()
                .forEach(field -> where.put(
                        field.getKey(), Pattern.compile(field.getValue().asText())));
    }

    /** The rule as findings have it. */
    static Rule rule(JsonNode source) {
        return new Rule(
                source.path("id").asText(),
                Severity.ERROR,
                source.path("message").asText(),
                source.path("remedy").asText(),
                "Argo Workflows, full CRDs");
    }

    /** What is wrong with a value; nothing also where a value of the wrong type keeps it from being judged. */
    Optional<String> problem(JsonNode value) {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (value.has(field)) {
                seen.set(field, value.get(field));
            }
        }
        if (seen.size() < 2 || !isAsked(seen)) {
            return Optional.empty();
        }
        Compiled expressions = compiled();
        CelInput input = CelInput.of(Map.of("self", CelValues.of(seen)));
        boolean broken = expressions.rule().evaluate(input) instanceof CelResult.Value found
                && found.value().equals(false);
        return broken ? Optional.of(message(expressions, input)) : Optional.empty();
    }

    private boolean isAsked(ObjectNode seen) {
        return where.entrySet().stream().allMatch(text -> text.getValue()
                .matcher(seen.path(text.getKey()).asText())
                .find());
    }

    private String message(Compiled expressions, CelInput input) {
        return expressions
                .message()
                .map(expression -> expression.evaluate(input))
                .filter(CelResult.Value.class::isInstance)
                .map(result -> String.valueOf(((CelResult.Value) result).value()))
                .orElse(source.path("message").asText());
    }

    /** The field that is at fault; empty for the value as a whole. */
    String field() {
        return source.path("at").asText();
    }

    private Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            String message = source.path("messageExpression").asText();
            known = new Compiled(
                    compile(source.path("rule").asText(), CelResultType.BOOL),
                    message.isEmpty() ? Optional.empty() : Optional.of(compile(message, CelResultType.STRING)));
            compiled = known;
        }
        return known;
    }

    private static CelExpression compile(String text, CelResultType type) {
        CelCompilation compilation = CelEnvironment.of(KubernetesVersion.NEWEST).compile(text, CelScope.schema(), type);
        if (compilation instanceof CelCompilation.Compiled compiled) {
            return compiled.expression();
        }
        throw new IllegalStateException("tiphys-model is damaged: the rule " + text + " is refused: "
                + ((CelCompilation.Refused) compilation).message());
    }
}
