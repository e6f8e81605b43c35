package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a template says of itself before any value is put in. */
final class Inputs {
    private Inputs() {}

    /** A template does one thing. */
    static void kind(Visited template) throws RefusedException {
        long kinds = Kind.count(template.json());
        if (kinds != 1) {
            throw new RefusedException(
                    template.at(),
                    "the template has " + (kinds == 0 ? "none" : "several") + " of the kinds of templates");
        }
    }

    static void check(Visited template) throws RefusedException {
        kind(template);
        JsonNode json = template.json();
        Kind kind = Kind.of(json);
        if (Fields.has(json, "podResources")) {
            JsonPointer at = template.at("podResources");
            if (kind == Kind.HTTP || kind == Kind.PLUGIN) {
                throw new RefusedException(at, kind.field() + " templates take no podResources");
            }
            PodParts.resources(json.path("podResources"), at);
        }
        JsonNode inputs = json.path("inputs");
        Names.parameterNames(Fields.items(inputs, "parameters"), template.at("inputs", "parameters"));
        JsonPointer artifacts = template.at("inputs", "artifacts");
        Names.parameterNames(Fields.items(inputs, "artifacts"), artifacts);
        int index = 0;
        for (JsonNode artifact : Fields.items(inputs, "artifacts")) {
            artifact(artifact, kind, template.at(artifacts, index++));
        }
        for (JsonNode container : Fields.items(json, "initContainers")) {
            if (Fields.text(container, "name").isEmpty()) {
                throw new RefusedException(template.at("initContainers"), "an init container has no name");
            }
        }
        if (Fields.has(json, "resourceClaims")
                && !json.path("resourceClaims").isEmpty()
                && !Kind.encoded(json).isPod()) {
            throw new RefusedException(
                    template.at("resourceClaims"), kind.field() + " templates make no pod and take no resourceClaims");
        }
    }

    private static void artifact(JsonNode artifact, Kind kind, JsonPointer at) throws RefusedException {
        String path = Fields.text(artifact, "path");
        Optional<String> problem = kind.isLeaf()
                ? Paths.problem(Fields.text(artifact, "name"), path)
                : Optional.of("only templates that run something take paths of artifacts")
                        .filter(message -> !path.isEmpty());
        if (problem.isEmpty() && !Fields.text(artifact, "from").isEmpty()) {
            problem = Optional.of("an input artifact takes no from");
        }
        if (problem.isEmpty()) {
            problem = Locations.problem(artifact);
        }
        if (problem.isPresent()) {
            throw new RefusedException(at, problem.get());
        }
    }

    /** The variables that the template's own texts may name. */
    static Known known(Visited template) {
        JsonNode json = template.json();
        Kind kind = Kind.of(json);
        Known known = new Known();
        List<JsonNode> parameters = Fields.items(json.path("inputs"), "parameters");
        if (!parameters.isEmpty()) {
            known.add("inputs.parameters");
        }
        parameters.forEach(parameter -> known.add("inputs.parameters." + Fields.text(parameter, "name")));
        for (JsonNode artifact : Fields.items(json.path("inputs"), "artifacts")) {
            String name = "inputs.artifacts." + Fields.text(artifact, "name");
            known.add(name);
            if (kind.isLeaf()) {
                known.add(name + ".path");
            }
        }
        if (kind.isPod()) {
            known.add("pod.name");
        }
        return known;
    }
}
