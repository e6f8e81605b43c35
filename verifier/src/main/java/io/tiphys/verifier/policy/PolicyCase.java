package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object, and what a policy must say of it.
 *
 * @param name what the case is about
 * @param expected label of a verdict: {@code allowed}, {@code denied}, {@code undetermined}, {@code error},
 *     {@code skipped}
 * @param message part of a message; empty for any
 * @param refusedBefore whether the API server itself refuses the object, before it asks policies
 * @param context params and other objects, those of the file replaced by those of the case
 * @param subject the object, and what of it is not known
 */
public record PolicyCase(
        String name,
        String expected,
        String message,
        boolean refusedBefore,
        List<JsonNode> context,
        PolicySubject subject) {

    private static final List<String> VERDICTS = Stream.of(PolicyOutcome.Verdict.values())
            .map(PolicyOutcome.Verdict::label)
            .toList();

    /** The cases of a document: {@code {context, cases: [{name, expect, message, context, object, …}]}}. */
    public static List<PolicyCase> of(JsonNode document) {
        List<PolicyCase> cases = new ArrayList<>();
        for (JsonNode node : document.path("cases")) {
            cases.add(of(node, document.path("context")));
        }
        return List.copyOf(cases);
    }

    private static PolicyCase of(JsonNode node, JsonNode shared) {
        Map<String, JsonNode> context = new LinkedHashMap<>();
        shared.forEach(object -> context.put(identity(object), object));
        node.path("context").forEach(object -> context.put(identity(object), object));
        Set<JsonPointer> undetermined = Json.texts(node.path("undetermined")).stream()
                .map(JsonPointer::compile)
                .collect(Collectors.toSet());
        Map<String, List<String>> examples = new LinkedHashMap<>();
        node.path("examples").properties().forEach(entry -> examples.put(entry.getKey(), Json.texts(entry.getValue())));
        PolicySubject subject = PolicySubject.create(node.path("object"));
        return new PolicyCase(
                node.path("name").asText(),
                node.path("expect").asText(),
                node.path("message").asText(""),
                node.path("refusedBefore").asBoolean(false),
                List.copyOf(context.values()),
                subject.withUndetermined(undetermined, examples));
    }

    private static String identity(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return object.path("kind").asText() + "/" + metadata.path("namespace").asText() + "/"
                + metadata.path("name").asText();
    }

    /** What is wrong with a case's policies: nothing if they say what is expected. */
    public Optional<String> check(List<Manifest> policies, KubernetesVersion version) {
        return check(PolicySet.of(policies, version));
    }

    /** The same with policies that other cases are about too. */
    Optional<String> check(PolicySet policies) {
        if (!VERDICTS.contains(expected)) {
            return Optional.of("expect is '" + expected + "'; allowed are " + String.join(", ", VERDICTS));
        }
        List<Manifest> params = new ArrayList<>();
        for (JsonNode object : context) {
            params.add(new Manifest("context", document(object), false, SourceIndex.EMPTY));
        }
        List<PolicyOutcome> outcomes = policies.withParams(params).evaluate(subject);
        if (outcomes.isEmpty()) {
            return expected.equals("skipped") ? Optional.empty() : Optional.of("no policy matches the object");
        }
        for (PolicyOutcome outcome : outcomes) {
            if (!outcome.verdict().label().equals(expected)) {
                return Optional.of("expected " + expected + ", but " + outcome.policy() + " says "
                        + outcome.verdict().label() + " " + outcome.messages());
            }
            if (outcome.messages().stream().noneMatch(text -> text.contains(message)) && !message.isEmpty()) {
                return Optional.of("expected a message with '" + message + "', but " + outcome.policy() + " says "
                        + outcome.messages());
            }
        }
        return Optional.empty();
    }

    private static YamlDocument document(JsonNode json) {
        return new YamlDocument(0, new YamlNode.Mapping(Position.START, List.of()), json, List.of());
    }
}
