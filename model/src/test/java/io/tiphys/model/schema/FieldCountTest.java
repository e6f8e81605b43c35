package io.tiphys.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How many fields each version of Argo has; that they are the right ones is what the conformance module compares. */
final class FieldCountTest {
    private final ApiSchema schema = ApiSchema.get();
    private final List<String> versions = StreamSupport.stream(
                    schema.argo().path("x-versions").spliterator(), false)
            .map(JsonNode::asText)
            .toList();

    private boolean exists(String since, String removed, String version) {
        int at = versions.indexOf(version);
        return at >= versions.indexOf(since) && (removed.isEmpty() || at < versions.indexOf(removed));
    }

    private long count(String version) {
        long count = 0;
        for (Map.Entry<String, JsonNode> definition :
                schema.argo().path("$defs").properties()) {
            ApiType type = schema.argoType(definition.getKey()).orElseThrow();
            if (exists(type.schema().path("x-since").asText(), "", version)) {
                count += type.fieldNames().stream()
                        .map(name -> type.field(name).orElseThrow())
                        .filter(field ->
                                exists(field.since().orElse(""), field.removed().orElse(""), version))
                        .count();
            }
        }
        return count;
    }

    @Test
    void fieldsPerVersion() {
        Map<String, Long> counts = new LinkedHashMap<>();
        versions.forEach(version -> counts.put(version, count(version)));
        System.out.println("Fields of Argo's types per version: " + counts);
        assertThat(counts).hasToString("{3.6=619, 3.7=623, 4.0=633, 4.1=650}");
    }
}
