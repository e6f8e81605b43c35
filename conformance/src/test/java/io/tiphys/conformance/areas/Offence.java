package io.tiphys.conformance.areas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that breaks one rule.
 *
 * @param rule the rule
 * @param change fields {@code only}, {@code set}, {@code append}, {@code remove} of {@code offences.yaml}
 */
record Offence(String rule, JsonNode change) {

    /** All of them. */
    static List<Offence> all() throws IOException {
        try (InputStream in = Offence.class.getResourceAsStream("offences.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Offence> all = new ArrayList<>();
            new YamlReader()
                    .read(text)
                    .documents()
                    .get(0)
                    .json()
                    .path("offences")
                    .forEach(change -> all.add(new Offence(change.path("rule").asText(), change)));
            return all;
        }
    }

    /** Whether the profile of an area asks for what is broken. */
    boolean concerns(Area area) {
        for (JsonNode name : change.path("not")) {
            if (name.asText().equals(area.name())) {
                return false;
            }
        }
        return true;
    }

    /** The manifest with the offence; nothing where it has no place for it. */
    Optional<JsonNode> applyTo(JsonNode manifest) {
        Optional<Map<String, String>> found = names(manifest);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = found.get();
        JsonNode copy = manifest.deepCopy();
        change.path("remove").forEach(pointer -> {
            JsonPointer at = pointer(pointer.asText(), names);
            if (copy.at(at.head()) instanceof ObjectNode parent) {
                parent.remove(at.last().getMatchingProperty());
            }
        });
        change.path("set").properties().forEach(field -> parent(copy, pointer(field.getKey(), names))
                .set(pointer(field.getKey(), names).last().getMatchingProperty(), filled(field.getValue(), names)));
        change.path("append").properties().forEach(field -> {
            JsonPointer at = pointer(field.getKey(), names);
            ArrayNode list = parent(copy, at).withArrayProperty(at.last().getMatchingProperty());
            list.add(filled(field.getValue(), names));
        });
        return copy.equals(manifest) ? Optional.empty() : Optional.of(copy);
    }

    private Optional<Map<String, String>> names(JsonNode manifest) {
        boolean job = manifest.path("kind").asText().equals("Job");
        String only = change.path("only").asText(job ? "job" : "argo");
        if (!only.equals(job ? "job" : "argo")) {
            return Optional.empty();
        }
        if (job) {
            return Optional.of(Map.of(
                    "{spec}",
                    "/spec",
                    "{template}",
                    "/spec/template",
                    "{container}",
                    "/spec/template/spec/containers/0",
                    "{name}",
                    ""));
        }
        String spec = manifest.path("kind").asText().equals("CronWorkflow") ? "/spec/workflowSpec" : "/spec";
        JsonNode templates = manifest.at(spec + "/templates");
        for (int i = 0; i < templates.size(); i++) {
            for (String container : List.of("container", "script")) {
                if (templates.get(i).has(container)) {
                    String template = spec + "/templates/" + i;
                    return Optional.of(Map.of(
                            "{spec}",
                            spec,
                            "{template}",
                            template,
                            "{container}",
                            template + "/" + container,
                            "{name}",
                            templates.get(i).path("name").asText()));
                }
            }
        }
        return Optional.empty();
    }

    private static JsonPointer pointer(String text, Map<String, String> names) {
        String pointer = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            pointer = pointer.replace(name.getKey(), name.getValue());
        }
        return JsonPointer.compile(pointer);
    }

    private static ObjectNode parent(JsonNode root, JsonPointer at) {
        return at.head().matches() ? (ObjectNode) root : ((ObjectNode) root).withObject(at.head());
    }

    private static JsonNode filled(JsonNode value, Map<String, String> names) {
        String text = value.toString().replace("{name}", names.getOrDefault("{name}", ""));
        return new YamlReader()
                .read(text).documents().stream()
                        .findFirst()
                        .map(document -> document.json())
                        .orElse(value);
    }
}
