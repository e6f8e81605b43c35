package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The schema of waivers in files and annotations, {@code waivers.schema.json}. */
final class WaiverSchema {
    private final JsonNode json = read();
    private final Schema file = compiled(json);
    private final Schema ofDocument = compiled(part("ofDocument"));
    private final Schema ofTemplate = compiled(part("ofTemplate"));

    /** What is wrong with a file of waivers. */
    List<Error> ofFile(JsonNode content) {
        return file.validate(content);
    }

    /**
     * What is wrong with a waiver in an annotation.
     *
     * @param whole whether the annotation is that of a whole document
     */
    List<Error> ofAnnotation(JsonNode waiver, boolean whole) {
        return (whole ? ofDocument : ofTemplate).validate(waiver);
    }

    /** The names of the properties that stand beside a keyword of the schema. */
    List<String> fieldsBeside(String keyword) {
        List<String> names = new ArrayList<>();
        json.at(JsonPointer.compile(keyword).head().appendProperty("properties"))
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private JsonNode part(String definition) {
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + definition);
        return part.set("$defs", json.path("$defs"));
    }

    private static Schema compiled(JsonNode schema) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .pathType(PathType.JSON_POINTER)
                .build();
        return SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config))
                .getSchema(schema);
    }

    private static JsonNode read() {
        try (InputStream in = WaiverSchema.class.getResourceAsStream("waivers.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("waivers.schema.json is missing");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
