package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Which Java type a field of the schema has. */
final class FieldTypes {
    private static final String FABRIC8 = "io.fabric8.kubernetes.api.model.";
    private static final List<String> FABRIC8_PACKAGES = List.of("", "policy.v1.", "batch.v1.", "rbac.");
    private static final ClassName JSON = ClassName.get("com.fasterxml.jackson.databind", "JsonNode");
    private static final TypeName ANY_LIST =
            ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(ClassName.OBJECT));
    private static final ClassName STRING = ClassName.get(String.class);
    /** Methods that every object has. */
    private static final Set<String> TAKEN = Set.of("wait", "notify");

    private final JsonNode types;

    FieldTypes(JsonNode types) {
        this.types = types;
    }

    /**
     * A field's Java types.
     *
     * @param read what its getter returns
     * @param write what its setter takes
     * @param item what a list of it holds, or null if it is no list
     * @param value the lambda that turns a slot into a value
     * @param shape the method of ApiObject that applies it: optional, list or map
     * @param checked the checked type of the value or of a list's items, if it is one
     */
    record FieldType(
            TypeName read,
            TypeName write,
            @Nullable TypeName item,
            CodeBlock value,
            String shape,
            Optional<ValueTypes.ValueType> checked) {
        CodeBlock reader(String name) {
            return CodeBlock.of("$L($S, $L)", shape, name, value);
        }
    }

    /** Whether a type becomes a class of its own: an object with fields. */
    static boolean isClass(JsonNode type) {
        return type.has("properties");
    }

    /** A Java name for a field: its own, unless Java has taken it. */
    static String methodName(String field) {
        String name = field.replaceAll("[^A-Za-z0-9]", "");
        name = name.equals(name.toUpperCase(java.util.Locale.ROOT)) ? name.toLowerCase(java.util.Locale.ROOT) : name;
        return TAKEN.contains(name) || SourceVersion.isKeyword(name) ? name + "Value" : name;
    }

    FieldType of(JsonNode schema) {
        JsonNode resolved = alias(schema);
        if (resolved.path("type").asText().equals("array")) {
            Element item = element(alias(resolved.path("items")));
            TypeName list = ParameterizedTypeName.get(
                    ClassName.get(List.class), item.type().box());
            Optional<ValueTypes.ValueType> checked = ValueTypes.of(alias(resolved.path("items")));
            if (item.type().equals(JSON) || checked.isPresent()) {
                TypeName any = checked.isPresent() ? item.type() : ClassName.OBJECT;
                return new FieldType(list, ANY_LIST, any, item.reader(), "list", checked);
            }
            boolean generic = item.type() instanceof ParameterizedTypeName;
            return new FieldType(list, list, generic ? null : item.type(), item.reader(), "list", checked);
        }
        if (resolved.has("additionalProperties")) {
            Element value = element(alias(resolved.path("additionalProperties")));
            TypeName map = ParameterizedTypeName.get(
                    ClassName.get(Map.class), STRING, value.type().box());
            return new FieldType(map, map, null, value.reader(), "map", Optional.empty());
        }
        Element element = element(resolved);
        TypeName read = ParameterizedTypeName.get(
                ClassName.get(Optional.class), element.type().box());
        TypeName write = element.type().equals(JSON) ? ClassName.OBJECT : element.type();
        return new FieldType(read, write, null, element.reader(), "optional", ValueTypes.of(resolved));
    }

    private record Element(TypeName type, CodeBlock reader) {}

    /** Follows references to named types that are no classes, such as a list of steps. */
    private JsonNode alias(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/$defs/")) {
            JsonNode type = types.path(Schemas.shortName(reference));
            if (!isClass(type)) {
                return alias(type);
            }
        }
        return schema;
    }

    private Element element(JsonNode schema) {
        Optional<ValueTypes.ValueType> checked = ValueTypes.of(schema);
        if (checked.isPresent()) {
            ClassName type = checked.get().type();
            return new Element(type, CodeBlock.of("value -> value(value, $T::fromJson)", type));
        }
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/$defs/")) {
            ClassName type = ClassName.get(ModelWriter.PACKAGE, Schemas.shortName(reference));
            return new Element(type, CodeBlock.of("value -> object(value, $T.class, $T::fromJson)", type, type));
        }
        if (reference.startsWith(Schemas.KUBERNETES)) {
            return kubernetes(Schemas.shortName(reference));
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return scalar(JSON);
        }
        return switch (type.asText()) {
            case "string" -> scalar(STRING);
            case "boolean" -> scalar(TypeName.BOOLEAN);
            case "integer" -> scalar(schema.path("format").asText().equals("int32") ? TypeName.INT : TypeName.LONG);
            case "number" -> scalar(TypeName.DOUBLE);
            case "array" -> {
                Element item = element(alias(schema.path("items")));
                TypeName list = ParameterizedTypeName.get(
                        ClassName.get(List.class), item.type().box());
                yield new Element(list, CodeBlock.of("values -> items(values, $L)", item.reader()));
            }
            default -> scalar(JSON);
        };
    }

    private static Element kubernetes(String name) {
        return switch (name) {
            case "Time", "MicroTime" -> scalar(STRING);
            default -> scalar(fabric8(name));
        };
    }

    private static Element scalar(TypeName type) {
        return new Element(type, CodeBlock.of("value -> convert(value, $T.class)", type.box()));
    }

    private static ClassName fabric8(String name) {
        for (String inner : FABRIC8_PACKAGES) {
            try {
                Class.forName(FABRIC8 + inner + name, false, FieldTypes.class.getClassLoader());
                return ClassName.bestGuess(FABRIC8 + inner + name);
            } catch (ClassNotFoundException ignored) {
                // perhaps in the next place
            }
        }
        throw new IllegalArgumentException("fabric8's model has no class for Kubernetes' " + name);
    }
}
