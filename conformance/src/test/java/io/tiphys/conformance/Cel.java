package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.verifier.cel.CelCompilation;
import io.tiphys.verifier.cel.CelEnvironment;
import io.tiphys.verifier.cel.CelInput;
import io.tiphys.verifier.cel.CelResult;
import io.tiphys.verifier.cel.CelResultType;
import io.tiphys.verifier.cel.CelScope;
import io.tiphys.verifier.cel.CelValues;
import io.tiphys.verifier.cel.KubernetesVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Expressions: do they compile, from which version of Kubernetes on, and what do they give? */
final class Cel implements Row {
    /** The request of all recordings; see the corpus's README. */
    private static final String REQUEST = """
            {"kind": {"group": "", "version": "v1", "kind": "Pod"}, "resource": {"group": "", "version": "v1", "resource": "pods"},
             "name": "x", "namespace": "argo", "operation": "CREATE", "dryRun": true,
             "userInfo": {"username": "admin", "groups": ["system:masters", "system:authenticated"]}}
            """;

    private static final String NAMESPACE = """
            {"metadata": {"name": "argo", "labels": {"env": "dev"}}}
            """;

    @Override
    public String name() {
        return "cel";
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        Map<String, Object> objects = new HashMap<>();
        for (String file : corpus.files("kubernetes/cel/objects", ".json")) {
            objects.put(file.replace(".json", ""), CelValues.of(corpus.json("kubernetes/cel/objects/" + file)));
        }
        for (JsonNode record : corpus.records("kubernetes/cel/expressions.json")) {
            String object = record.path("object").asText();
            tally.compare(
                    object + " " + record.path("expr"), record, () -> difference(record, objects, objects.get(object)));
        }
    }

    private static Optional<String> difference(JsonNode record, Map<String, Object> objects, Object object) {
        CelCompilation ours = compile(record, KubernetesVersion.NEWEST);
        boolean compiles = record.path("compiles").asBoolean();
        if (ours instanceof CelCompilation.Refused refused) {
            return compiles ? Optional.of("real compiles, ours: " + refused.message()) : Optional.empty();
        } else if (!compiles) {
            return Optional.of("real: " + record.path("compileError").asText() + ", ours compiles");
        }
        CelResult result = ((CelCompilation.Compiled) ours)
                .expression()
                .evaluate(CelInput.of(Map.of(
                        "object", object,
                        "params", objects.get("params"),
                        "request", json(REQUEST),
                        "namespaceObject", json(NAMESPACE))));
        return value(record, result).or(() -> version(record));
    }

    private static Optional<String> value(JsonNode record, CelResult ours) {
        if (ours instanceof CelResult.Failed failed) {
            return record.has("runtimeError")
                    ? Optional.empty()
                    : Optional.of("real " + record.path("result") + ", ours error: " + failed.message());
        }
        JsonNode value = CelJson.of(((CelResult.Value) ours).value());
        return record.has("runtimeError")
                ? Optional.of("real error: " + record.path("runtimeError").asText() + ", ours " + value)
                : Same.difference(CelJson.real(record.path("result")), value);
    }

    /** A policy with a newer function is refused by an older server. */
    private static Optional<String> version(JsonNode record) {
        String text = record.path("serverSince").asText("1.27");
        int since = Integer.parseInt(text.substring(2));
        if (since <= KubernetesVersion.OLDEST.minor() || since > KubernetesVersion.NEWEST.minor()) {
            return Optional.empty();
        }
        boolean before = compile(record, new KubernetesVersion(since - 1)) instanceof CelCompilation.Compiled;
        boolean then = compile(record, new KubernetesVersion(since)) instanceof CelCompilation.Compiled;
        return before || !then
                ? Optional.of("real compiles from " + text + " on, ours " + (before ? "earlier" : "later"))
                : Optional.empty();
    }

    private static CelCompilation compile(JsonNode record, KubernetesVersion version) {
        return CelEnvironment.of(version)
                .compile(record.path("expr").asText(), CelScope.conditions(true), CelResultType.ANY);
    }

    private static Object json(String text) {
        try {
            return CelValues.of(new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
