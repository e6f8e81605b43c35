package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.object.Fields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the text of a parameter means, as a JSON schema for submission forms, and how the form shows it, as a control of JSON
 * Forms. Argo knows nothing of it but the values to choose from ({@code enum}). Immutable.
 */
public final class ParameterType {
    private final ObjectNode schema;
    private final ObjectNode ui;

    private ParameterType(ObjectNode schema, ObjectNode ui) {
        this.schema = schema;
        this.ui = ui;
    }

    private static ParameterType of(String type) {
        return new ParameterType(
                JsonNodeFactory.instance.objectNode().put("type", type), JsonNodeFactory.instance.objectNode());
    }

    /** Any whole number. */
    public static ParameterType integer() {
        return of("integer");
    }

    /** A whole number within bounds, both included. */
    public static ParameterType integer(long minimum, long maximum) {
        ordered(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
        return integer().schema(in -> in.put("minimum", minimum).put("maximum", maximum));
    }

    /** Any number. */
    public static ParameterType number() {
        return of("number");
    }

    /** A number within bounds, both included. */
    public static ParameterType number(double minimum, double maximum) {
        BigDecimal least = plain(minimum);
        BigDecimal most = plain(maximum);
        ordered(least, most);
        return number().schema(in -> in.put("minimum", least).put("maximum", most));
    }

    /** {@code true} or {@code false}. */
    public static ParameterType bool() {
        return of("boolean");
    }

    /** One of these texts; also Argo's {@code enum}, so that Argo itself refuses others. */
    public static ParameterType choice(Object... values) {
        if (Texts.given("choice", values).isEmpty()) {
            throw new IllegalArgumentException("A choice has at least one value");
        }
        return of("string").schema(in -> {
            for (Object value : values) {
                in.withArray("enum")
                        .add(Fields.given("a value to choose", value).toString());
            }
        });
    }

    /** Any text. */
    public static ParameterType text() {
        return of("string");
    }

    /** A text of so many characters, both included. */
    public static ParameterType text(int minLength, int maxLength) {
        ordered(BigDecimal.valueOf(minLength), BigDecimal.valueOf(maxLength));
        return text().schema(in -> in.put("minLength", minLength).put("maxLength", maxLength));
    }

    /**
     * A text in which the pattern is found: {@code ^} and {@code $} for the whole text.
     *
     * @param pattern a regular expression as JavaScript and Java both know it
     */
    public static ParameterType pattern(String pattern) {
        Pattern compiled = Pattern.compile(Fields.given("pattern", pattern));
        return text().schema(in -> in.put("pattern", compiled.pattern()));
    }

    /** A day such as {@code 2026-01-31}. */
    public static ParameterType date() {
        return text().schema(in -> in.put("format", "date"));
    }

    /** A quantity as Kubernetes writes it: {@code 500m}, {@code 20Gi}. */
    public static ParameterType quantity() {
        return pattern(TypeCheck.QUANTITY);
    }

    /** A JSON list, each item of this type. */
    public static ParameterType list(ParameterType item) {
        return of("array")
                .schema(in -> in.set("items", Fields.given("item", item).schema()));
    }

    /** A JSON list of so many items, both included. */
    public static ParameterType list(ParameterType item, int minItems, int maxItems) {
        ordered(BigDecimal.valueOf(minItems), BigDecimal.valueOf(maxItems));
        return list(item).schema(in -> in.put("minItems", minItems).put("maxItems", maxItems));
    }

    /** A JSON object, shown as a text of several lines. */
    public static ParameterType json() {
        return of("object").multiline();
    }

    /** With a property of this name; only for {@link #json()}. */
    public ParameterType property(String name, ParameterType type) {
        Fields.given("the name of a property", name);
        Fields.given("the type of " + name, type);
        if (!schema.path("type").asText().equals("object")) {
            throw new IllegalArgumentException("Only a JSON object has properties such as \"" + name + "\"");
        }
        return schema(in -> in.withObjectProperty("properties").set(name, type.schema()));
    }

    /** A short name for the form. */
    public ParameterType title(String title) {
        return schema(in -> in.put("title", Fields.given("title", title)));
    }

    /** Shown as a text of several lines. */
    public ParameterType multiline() {
        return ui("multi", true);
    }

    /** A number with bounds, shown as a slider. */
    public ParameterType slider() {
        return ui("slider", true);
    }

    /** A choice, shown as buttons of which one is on. */
    public ParameterType radio() {
        return ui("format", "radio");
    }

    /** Anything else that the form's control knows: one of its {@code options} in JSON Forms. */
    public ParameterType ui(String key, Object value) {
        ObjectNode copy = ui.deepCopy();
        copy.set(Fields.given("the key of an option", key), Json.of(Fields.given(key, value)));
        return new ParameterType(schema, copy);
    }

    private ParameterType schema(Consumer<ObjectNode> change) {
        ObjectNode copy = schema.deepCopy();
        change.accept(copy);
        return new ParameterType(copy, ui);
    }

    /** Without an exponent or zeros at the end. */
    private static BigDecimal plain(double number) {
        return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    private static void ordered(BigDecimal least, BigDecimal most) {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("The bounds " + least + " and " + most + " leave nothing");
        }
    }

    ObjectNode schema() {
        return schema.deepCopy();
    }

    ObjectNode ui() {
        return ui.deepCopy();
    }

    /** What there is to choose from, or nothing where there is no choice. */
    List<String> choices() {
        return Arrays.stream(Json.texts(schema.path("enum"))).toList();
    }

    /** Why a text does not fit, or an empty text. */
    String mismatch(String value) {
        return TypeCheck.mismatch(schema, value);
    }

    /** The value that a text is, as JSON. */
    JsonNode value(String text) {
        return TypeCheck.value(schema, text).orElseGet(() -> JsonNodeFactory.instance.textNode(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterType type && schema.equals(type.schema) && ui.equals(type.ui);
    }

    @Override
    public int hashCode() {
        return schema.hashCode() * 31 + ui.hashCode();
    }
}
