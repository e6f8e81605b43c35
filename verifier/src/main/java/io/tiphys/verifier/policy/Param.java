package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.verifier.cel.CelValues;
import io.tiphys.verifier.cel.FixedVariables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a binding gives to a policy, or nothing; and what follows from it whatever the object is. Usable by several threads. */
final class Param {
    private final JsonNode json;
    private final Object value;
    private final Map<CompiledPolicy, Known> known = new ConcurrentHashMap<>();

    private Param(JsonNode json) {
        this.json = json;
        this.value = CelValues.of(json);
    }

    static Param of(JsonNode json) {
        return new Param(json);
    }

    static Param none() {
        return new Param(MissingNode.getInstance());
    }

    /** What one policy makes of it. */
    record Known(FixedVariables variables, List<String> literals) {}

    JsonNode json() {
        return json;
    }

    /** Its value in expressions. */
    Object value() {
        return value;
    }

    Known known(AdmissionPolicy policy, CompiledPolicy compiled) {
        return known.computeIfAbsent(
                compiled, key -> new Known(new FixedVariables(compiled.fixed()), Literals.of(policy, json)));
    }
}
