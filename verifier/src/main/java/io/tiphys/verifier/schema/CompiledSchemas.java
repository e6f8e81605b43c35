package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The derived schema of one profile and version; each kind is compiled when it is first met. */
final class CompiledSchemas {
    private record Key(Profile profile, String argoVersion) {}

    private static final Map<Key, CompiledSchemas> CACHE = new ConcurrentHashMap<>();

    private final String id;
    private final SchemaRegistry registry;
    private final ObjectNode definitions;
    private final Map<String, Schema> kinds = new ConcurrentHashMap<>();

    private CompiledSchemas(Key key) {
        id = "https://tiphys.io/schema/" + key.profile().name().toLowerCase(Locale.ROOT) + "/" + key.argoVersion();
        definitions = new SchemaDeriver(ApiSchema.get(), key.profile(), key.argoVersion()).definitions();
        Dialect dialect = Dialect.builder("https://tiphys.io/dialect", Dialects.getDraft202012())
                .keyword(new ListMapKeyword())
                .keyword(new ValidationKeyword())
                .formats(GoFormat.all())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .pathType(PathType.JSON_POINTER)
                .preloadSchema(false)
                .build();
        registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    }

    static CompiledSchemas of(Profile profile, String argoVersion) {
        return CACHE.computeIfAbsent(new Key(profile, argoVersion), CompiledSchemas::new);
    }

    List<Error> validate(ApiType kind, JsonNode json) {
        String name = (kind.document().equals(ApiSchema.ARGO) ? "argo." : "kubernetes.") + kind.name();
        return kinds.computeIfAbsent(name, this::compile).validate(json);
    }

    /** A type by its name in the derived schema, {@code argo.Template}. */
    JsonNode definition(String name) {
        return definitions.path(name);
    }

    private Schema compile(String type) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$id", id + "/" + type).put("$ref", "#/$defs/" + type).set("$defs", definitions);
        return registry.getSchema(SchemaLocation.of(id + "/" + type), root);
    }
}
