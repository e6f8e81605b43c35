package io.tiphys.generator.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Variables;
import io.tiphys.generator.dsl.WorkflowWords;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message to a queue at the end of a workflow, however it ends: {@code onExit}. The container that sends it finds in its
 * environment {@code queue_name}, {@code payload} and {@code workflow_result}, which is {@code {{workflow.status}}}:
 * {@code Succeeded}, {@code Failed} or {@code Error}. Immutable.
 */
public final class ExitNotice {
    private final String queue;
    private final String payload;

    private ExitNotice(String queue, String payload) {
        this.queue = queue;
        this.payload = payload;
    }

    /** To this queue, as it is. */
    public static ExitNotice to(String queue, String payload) {
        if (queue.isBlank()) {
            throw new IllegalArgumentException("The queue of an exit notice has no name");
        }
        return new ExitNotice(queue, payload);
    }

    /** To this queue, as JSON without blanks, its keys sorted. Values are texts, numbers, truth values, lists and maps. */
    public static ExitNotice to(String queue, Map<String, ?> payload) {
        return to(queue, json(payload).toString());
    }

    /** Sends it at the end of this workflow. */
    public <T extends WorkflowWords<T>> T on(T manifest, ContainerTemplate sender) {
        return manifest.onExit(sender.env("queue_name", queue)
                .env("payload", payload)
                .env("workflow_result", Variables.workflowStatus()));
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(key.toString(), item));
            sorted.forEach((key, item) -> object.set(key, json(item)));
            return object;
        } else if (value instanceof Iterable<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        } else if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            return nodes.numberNode(((Number) value).longValue());
        } else if (value instanceof Number number) {
            return nodes.numberNode(new java.math.BigDecimal(number.toString()));
        }
        return nodes.textNode(value.toString());
    }
}
