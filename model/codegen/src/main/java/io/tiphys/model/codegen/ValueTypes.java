package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** The schema's formats that have a checked Java type of their own, and what is also taken to make one. */
final class ValueTypes {
    private static final String PACKAGE = "io.tiphys.model.value";
    private static final ClassName STRING = ClassName.get(String.class);
    private static final ClassName JAVA_DURATION = ClassName.get(java.time.Duration.class);

    private ValueTypes() {}

    /**
     * A checked type.
     *
     * @param type the class
     * @param plain parameter types of its {@code of} methods
     */
    record ValueType(ClassName type, List<TypeName> plain) {}

    /** The checked type of a field's schema, if it has one. */
    static Optional<ValueType> of(JsonNode schema) {
        if (schema.path("$ref").asText().equals(Schemas.KUBERNETES + "#/$defs/IntOrString")) {
            return type("IntOrExpression", STRING, TypeName.LONG);
        }
        return switch (schema.path("format").asText()) {
            case "any-string" ->
                type("AnyString", STRING, TypeName.LONG, TypeName.DOUBLE, TypeName.BOOLEAN, ClassName.OBJECT);
            case "duration" -> type("GoDuration", STRING, JAVA_DURATION);
            case "duration-or-seconds" -> type("Duration", STRING, TypeName.LONG, JAVA_DURATION);
            case "number" -> type("NumberOrExpression", STRING, TypeName.LONG, TypeName.DOUBLE);
            case "expression", "when", "depends" -> type("Expression", STRING);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueType> type(String name, TypeName... plain) {
        return Optional.of(new ValueType(ClassName.get(PACKAGE, name), List.of(plain)));
    }
}
