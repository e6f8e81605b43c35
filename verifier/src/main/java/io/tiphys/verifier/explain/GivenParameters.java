package io.tiphys.verifier.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.pod.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Values that whoever submits gives to the parameters of a workflow. */
final class GivenParameters {
    private final Map<String, String> values;
    private final Lookup lookup;

    GivenParameters(Map<String, String> values, Lookup lookup) {
        this.values = values;
        this.lookup = lookup;
    }

    /** @throws IllegalArgumentException if none of the workflows has a parameter, or one does not allow the value */
    void check(List<Manifest> workflows) {
        TreeSet<String> known = new TreeSet<>();
        for (Manifest manifest : workflows) {
            declared(manifest).forEach((name, parameter) -> {
                known.add(name);
                String value = values.get(name);
                if (value != null) {
                    checkEnum(manifest, parameter, value);
                }
            });
        }
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("tiphys.parameters names \"" + name + "\"; "
                        + (known.isEmpty()
                                ? "no workflow here has parameters"
                                : "the workflows here have " + String.join(", ", known))
                        + Nearest.hint(name, known) + end(Nearest.hint(name, known)));
            }
        }
    }

    private static void checkEnum(Manifest manifest, JsonNode parameter, String value) {
        List<String> allowed = new ArrayList<>();
        parameter.path("enum").forEach(each -> allowed.add(each.asText()));
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw new IllegalArgumentException("tiphys.parameters has \"" + value + "\" for \""
                    + parameter.path("name").asText() + "\"; " + manifest.kind() + " " + manifest.name() + " allows "
                    + String.join(", ", allowed) + Nearest.hint(value, allowed) + end(Nearest.hint(value, allowed)));
        }
    }

    private static String end(String hint) {
        return hint.isEmpty() ? "." : "";
    }

    /** What is known of a run of a workflow. */
    Run run(Manifest manifest) {
        Run run = Run.UNKNOWN;
        for (String name : declared(manifest).keySet()) {
            String value = values.get(name);
            if (value != null) {
                run = run.with("workflow.parameters." + name, value);
            }
        }
        return run;
    }

    /** The parameters of a workflow, of the template that it refers to, and of the template where it starts, by name. */
    private Map<String, JsonNode> declared(Manifest manifest) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        JsonNode spec = manifest.json().at(manifest.specPointer());
        collect(spec, found);
        JsonNode reference = spec.path("workflowTemplateRef");
        String name = reference.path("name").asText();
        Optional<Manifest> target = reference.path("clusterScope").asBoolean()
                ? lookup.clusterWorkflowTemplate(name)
                : lookup.workflowTemplate(name);
        target.filter(stored -> reference.isObject())
                .ifPresent(stored -> collect(stored.json().path("spec"), found));
        return found;
    }

    private static void collect(JsonNode spec, Map<String, JsonNode> found) {
        for (JsonNode parameter : spec.path("arguments").path("parameters")) {
            found.putIfAbsent(parameter.path("name").asText(), parameter);
        }
        for (JsonNode template : spec.path("templates")) {
            if (template.path("name").equals(spec.path("entrypoint"))) {
                for (JsonNode parameter : template.path("inputs").path("parameters")) {
                    found.putIfAbsent(parameter.path("name").asText(), parameter);
                }
            }
        }
    }
}
