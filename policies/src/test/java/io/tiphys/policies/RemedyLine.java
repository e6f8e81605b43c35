package io.tiphys.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a remedy's line of YAML says: {@code in the container: image: …; in the template: volumes: […]}. */
final class RemedyLine {
    private static final Pattern PART = Pattern.compile("in the ([A-Za-z ]+?): (.*?)(?:; (?=in the )|$)");

    private RemedyLine() {}

    /** The object with the remedy, wherever the message names a container or template; all of them where it names none. */
    static JsonNode applied(JsonNode object, String line, String message) {
        JsonNode copy = object.deepCopy();
        Matcher part = PART.matcher(line);
        boolean any = false;
        while (part.find()) {
            any = true;
            JsonNode change =
                    new YamlReader().read(part.group(2)).documents().get(0).json();
            places(copy, part.group(1), message).forEach(place -> merge(place, (ObjectNode) change));
        }
        return any ? copy : object;
    }

    private static List<ObjectNode> places(JsonNode object, String where, String message) {
        boolean argo = object.path("apiVersion").asText().startsWith("argoproj.io/");
        boolean job = object.path("kind").asText().equals("Job");
        ObjectNode spec = (ObjectNode)
                object.at(object.path("kind").asText().equals("CronWorkflow") ? "/spec/workflowSpec" : "/spec");
        return switch (where) {
            case "metadata" -> List.of((ObjectNode) object.path("metadata"));
            case "metadata of the template" -> List.of((ObjectNode) object.path("metadata"));
            case "spec", "podSpecPatch" -> List.of(spec);
            case "pod of the Job" -> List.of((ObjectNode) object.at("/spec/template/spec"));
            case "template" -> argo ? named(spec.path("templates"), message) : List.of(spec);
            case "container" ->
                argo
                        ? containers(named(spec.path("templates"), message))
                        : inPod(job ? object.at("/spec/template/spec") : spec, message);
            default -> throw new AssertionError("a remedy is for " + where);
        };
    }

    private static List<ObjectNode> inPod(JsonNode pod, String message) {
        List<JsonNode> all = new ArrayList<>();
        pod.path("containers").forEach(all::add);
        pod.path("initContainers").forEach(all::add);
        return named(all, message);
    }

    private static List<ObjectNode> containers(List<ObjectNode> templates) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode template : templates) {
            for (String field : List.of("container", "script")) {
                if (template.has(field)) {
                    all.add((ObjectNode) template.path(field));
                }
            }
            template.path("sidecars").forEach(sidecar -> all.add((ObjectNode) sidecar));
        }
        return all;
    }

    private static List<ObjectNode> named(Iterable<JsonNode> items, String message) {
        List<ObjectNode> all = new ArrayList<>();
        List<ObjectNode> named = new ArrayList<>();
        for (JsonNode item : items) {
            all.add((ObjectNode) item);
            if (Pattern.compile("\\b" + Pattern.quote(item.path("name").asText()) + "\\b")
                    .matcher(message)
                    .find()) {
                named.add((ObjectNode) item);
            }
        }
        return named.isEmpty() ? all : named;
    }

    private static void merge(ObjectNode into, ObjectNode change) {
        change.properties().forEach(field -> {
            JsonNode before = into.path(field.getKey());
            if (before instanceof ObjectNode inner && field.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else if (before instanceof ArrayNode list && hasNames(field.getValue())) {
                field.getValue().forEach(item -> add(list, (ObjectNode) item));
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private static boolean hasNames(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && (list.get(0).has("name") || list.get(0).has("key"));
    }

    /** One of the same name is replaced. */
    private static void add(ArrayNode list, ObjectNode item) {
        String key = item.has("name") ? "name" : "key";
        for (int i = 0; i < list.size(); i++) {
            boolean same = list.get(i).path(key).equals(item.path(key));
            boolean other = item.has("mountPath")
                    && list.get(i).has("mountPath")
                    && !list.get(i).path("mountPath").equals(item.path("mountPath"));
            if (same && !other) {
                list.set(i, item);
                return;
            }
        }
        list.add(item);
    }
}
