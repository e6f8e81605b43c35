package io.tiphys.verifier.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What decoding and encoding ask of a type, looked up once. Immutable; usable by several threads. */
final class TypeShape {
    private static final Map<ApiType, TypeShape> KNOWN = new ConcurrentHashMap<>();

    private final ApiType type;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * A field.
     *
     * @param type the named type of its value, or of its items
     * @param structure its type, if that has fields of its own
     * @param scalar the schema of its value or items, where they are no structure
     * @param plain null leaves what was there as it is
     * @param written it is written even if it is empty
     * @param isNull it is written as null where it is absent
     * @param pointer an empty value is written, if there is one
     */
    record Field(
            ApiField field,
            Optional<ApiType> type,
            Optional<ApiType> structure,
            JsonNode scalar,
            boolean plain,
            boolean written,
            boolean isNull,
            boolean pointer) {

        String name() {
            return field.name();
        }

        static Field of(ApiType owner, ApiField field, boolean required) {
            Zeros zeros = Zeros.get();
            String name = field.name();
            Optional<ApiType> type = field.type();
            Optional<ApiType> structure =
                    type.filter(found -> !found.fieldNames().isEmpty());
            JsonNode inner = field.isList()
                    ? field.schema().path("items")
                    : field.isMap() ? field.schema().path("additionalProperties") : field.schema();
            boolean plain = !field.isList()
                    && !field.isMap()
                    && (structure.isPresent()
                            ? zeros.isValue(owner.name(), name)
                            : !zeros.isPointer(owner.name(), name));
            return new Field(
                    field,
                    type,
                    structure,
                    type.map(ApiType::schema).orElse(inner),
                    plain,
                    zeros.isValue(owner.name(), name)
                            || zeros.isNull(owner.name(), name)
                            || (required && !zeros.isOmitted(owner.name(), name)),
                    zeros.isNull(owner.name(), name),
                    zeros.isPointer(owner.name(), name));
        }
    }

    private TypeShape(ApiType type) {
        this.type = type;
        List<String> required = type.required();
        for (String name : type.fieldNames()) {
            type.field(name).ifPresent(field -> fields.put(name, Field.of(type, field, required.contains(name))));
        }
    }

    static TypeShape of(ApiType type) {
        TypeShape known = KNOWN.get(type);
        return known == null ? KNOWN.computeIfAbsent(type, TypeShape::new) : known;
    }

    /** All fields, in the order of the type. */
    Iterable<Field> fields() {
        return fields.values();
    }

    /** A field by its exact name. */
    @Nullable
    Field exact(String name) {
        return fields.get(name);
    }

    /** A field by its name in any case. */
    @Nullable
    Field find(String name) {
        Field exact = fields.get(name);
        if (exact != null) {
            return exact;
        }
        Optional<ApiField> decoded = type.decodedField(name);
        return decoded.isPresent() ? fields.get(decoded.get().name()) : null;
    }
}
