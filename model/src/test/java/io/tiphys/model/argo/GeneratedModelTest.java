package io.tiphys.model.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.value.ApiValue;
import io.tiphys.model.value.BadValueException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every type and field of the schema. */
final class GeneratedModelTest {
    private static final Map<String, String> CHECKED = Map.of(
            "any-string", "AnyString",
            "duration", "GoDuration",
            "duration-or-seconds", "Duration",
            "number", "NumberOrExpression",
            "expression", "Expression",
            "when", "Expression",
            "depends", "Expression",
            "int-or-string", "IntOrExpression");
    private static final Map<String, String> BAD = Map.of(
            "GoDuration", "30",
            "Duration", "soon",
            "NumberOrExpression", "one",
            "Expression", "(",
            "IntOrExpression", "three");

    private static Stream<ApiType> types() {
        Stream.Builder<ApiType> types = Stream.builder();
        ApiSchema.get().argo().path("$defs").fieldNames().forEachRemaining(name -> {
            ApiType type = ApiSchema.get().argoType(name).orElseThrow();
            if (type.schema().has("properties")) {
                types.add(type);
            }
        });
        return types.build();
    }

    private static Stream<ApiField> fields(ApiType type) {
        return type.fieldNames().stream().map(name -> type.field(name).orElseThrow());
    }

    private static Class<?> modelOf(ApiType type) throws ClassNotFoundException {
        return Class.forName("io.tiphys.model.argo." + type.name());
    }

    private static ApiObject<?> empty(Class<?> model) throws ReflectiveOperationException {
        return (ApiObject<?>) model.getMethod("of").invoke(null);
    }

    private static ApiObject<?> of(Class<?> model, String field, JsonNode value) throws ReflectiveOperationException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(field, value);
        return (ApiObject<?>) model.getMethod("fromJson", ObjectNode.class).invoke(null, json);
    }

    private static Method getter(Class<?> model, ApiField field) throws NoSuchMethodException {
        for (String name :
                List.of(field.name(), field.name() + "Value", field.name().toLowerCase(java.util.Locale.ROOT))) {
            try {
                return model.getMethod(name);
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        throw new NoSuchMethodException(model + "." + field.name());
    }

    private static List<Method> setters(Class<?> model, Method getter) {
        return Arrays.stream(model.getDeclaredMethods())
                .filter(method -> method.getName().equals(getter.getName())
                        && method.getParameterCount() == 1
                        && method.getReturnType() == model)
                .toList();
    }

    private static Throwable refused(Method method, ApiObject<?> target, Object... arguments)
            throws IllegalAccessException {
        try {
            method.invoke(target, arguments);
            throw new AssertionError(method + " takes " + Arrays.toString(arguments));
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /** The format that decides about a field's type: its own, its items', or that of what it refers to. */
    private static String format(JsonNode schema) {
        if (schema.path("type").asText().equals("array")) {
            return format(schema.path("items"));
        }
        String reference = schema.path("$ref").asText();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return switch (name) {
            case "AnyString" -> "any-string";
            case "IntOrString" -> "int-or-string";
            default -> schema.path("format").asText();
        };
    }

    @Test
    void everyFieldHasAGetterAndASetter() throws Exception {
        int count = 0;
        for (ApiType type : types().toList()) {
            Class<?> model = modelOf(type);
            for (ApiField field : fields(type).toList()) {
                assertThat(setters(model, getter(model, field)))
                        .as(type.name() + "." + field.name())
                        .isNotEmpty();
                count++;
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(655);
    }

    @Test
    void noSetterTakesNull() throws Exception {
        for (ApiType type : types().toList()) {
            Class<?> model = modelOf(type);
            for (ApiField field : fields(type).toList()) {
                for (Method setter : setters(model, getter(model, field))) {
                    if (!setter.getParameterTypes()[0].isPrimitive()) {
                        assertThat(refused(setter, empty(model), new Object[] {null}))
                                .as(setter.toString())
                                .isInstanceOf(NullPointerException.class)
                                .hasMessageContaining(field.name());
                    }
                }
            }
        }
    }

    @Test
    void noListOrMapTakesNullInside() throws Exception {
        for (ApiType type : types().toList()) {
            Class<?> model = modelOf(type);
            for (ApiField field : fields(type).toList()) {
                for (Method setter : setters(model, getter(model, field))) {
                    Class<?> parameter = setter.getParameterTypes()[0];
                    Object holdsNull = parameter == List.class
                            ? Arrays.asList((Object) null)
                            : parameter == Map.class ? new TreeMap<>(Map.of("x", List.of())) : null;
                    if (holdsNull instanceof Map<?, ?> map) {
                        map.replaceAll((key, value) -> null);
                    }
                    if (holdsNull != null) {
                        assertThat(refused(setter, empty(model), holdsNull))
                                .as(setter.toString())
                                .isInstanceOf(NullPointerException.class)
                                .hasMessageContaining(field.name());
                    }
                }
            }
        }
    }

    @Test
    void fieldsWithACheckedFormatHaveItsType() throws Exception {
        Map<String, Integer> found = new TreeMap<>();
        for (ApiType type : types().toList()) {
            Class<?> model = modelOf(type);
            for (ApiField field : fields(type).toList()) {
                Class<?> value = (Class<?>) Stream.of(getter(model, field).getGenericReturnType())
                        .map(returned -> ((ParameterizedType) returned).getActualTypeArguments())
                        .map(arguments -> arguments[arguments.length - 1])
                        .filter(Class.class::isInstance)
                        .findFirst()
                        .orElse(Object.class);
                String expected = CHECKED.get(format(field.schema()));
                assertThat(ApiValue.class.isAssignableFrom(value))
                        .as(type.name() + "." + field.name())
                        .isEqualTo(expected != null);
                if (expected != null) {
                    assertThat(value.getSimpleName()).isEqualTo(expected);
                    found.merge(expected, 1, Integer::sum);
                }
            }
        }
        assertThat(found)
                .hasToString(
                        "{AnyString=5, Duration=7, Expression=15, GoDuration=2, IntOrExpression=7, NumberOrExpression=3}");
    }

    @Test
    void badValuesAreRefusedBySettersKeptByFilesAndRefusedByGetters() throws Exception {
        for (ApiType type : types().toList()) {
            Class<?> model = modelOf(type);
            for (ApiField field : fields(type).toList()) {
                String bad = BAD.get(CHECKED.getOrDefault(format(field.schema()), ""));
                if (bad != null) {
                    String name = type.name() + "." + field.name() + ": \"" + bad + "\"";
                    Method getter = getter(model, field);
                    assertThat(refused(model.getMethod(getter.getName(), String.class), empty(model), bad))
                            .isInstanceOf(BadValueException.class)
                            .hasMessageStartingWith(name);
                    JsonNode json = JsonNodeFactory.instance.textNode(bad);
                    ApiObject<?> read = of(model, field.name(), json);
                    assertThat(read.toJson().get(field.name())).isEqualTo(json);
                    assertThat(refused(getter, read))
                            .isInstanceOf(BadValueException.class)
                            .hasMessageStartingWith(name);
                    ApiObject<?> tag = (ApiObject<?>)
                            model.getMethod(getter.getName(), String.class).invoke(empty(model), "{{x}}");
                    assertThat(tag.toJson().get(field.name()).asText()).isEqualTo("{{x}}");
                }
            }
        }
    }

    @Test
    void gettersOfAFileWithOtherTypesNameTheField() throws Exception {
        JsonNode text = JsonNodeFactory.instance.textNode("x");
        assertThatThrownBy(() -> Template.fromJson(
                                JsonNodeFactory.instance.objectNode().<ObjectNode>set("steps", text))
                        .steps())
                .isInstanceOf(BadValueException.class)
                .hasMessageStartingWith("Template.steps: \"x\" is no list");
        assertThatThrownBy(() -> Template.fromJson(
                                JsonNodeFactory.instance.objectNode().<ObjectNode>set("dag", text))
                        .dag())
                .isInstanceOf(BadValueException.class)
                .hasMessageStartingWith("Template.dag: \"x\" is no object");
        assertThatThrownBy(() -> Template.fromJson(
                                JsonNodeFactory.instance.objectNode().<ObjectNode>set("daemon", text))
                        .daemon())
                .isInstanceOf(BadValueException.class)
                .hasMessageStartingWith("Template.daemon: \"x\" is no Boolean");
        assertThatThrownBy(() -> Template.fromJson(
                                JsonNodeFactory.instance.objectNode().<ObjectNode>set("nodeSelector", text))
                        .nodeSelector())
                .isInstanceOf(BadValueException.class)
                .hasMessageStartingWith("Template.nodeSelector: \"x\" is no object");
    }

    @Test
    void plainJavaValuesMakeCheckedOnes() {
        assertThat(Template.of().timeout(30).timeout().orElseThrow()).hasToString("30");
        assertThat(Template.of().timeout(java.time.Duration.ofMinutes(90)).toJson())
                .hasToString("{\"timeout\":\"1h30m\"}");
        assertThat(RetryStrategy.of().limit(3).toJson()).hasToString("{\"limit\":3}");
        assertThat(RetryStrategy.of().limit("3").toJson()).hasToString("{\"limit\":\"3\"}");
        assertThat(Parameter.of().value(3).enumValue("3", "4").addEnumValue("5").toJson())
                .hasToString("{\"value\":\"3\",\"enum\":[\"3\",\"4\",\"5\"]}");
        assertThat(Parameter.of().enumValue(List.of(1, true, "x")).toJson())
                .hasToString("{\"enum\":[\"1\",\"true\",\"x\"]}");
        assertThat(WorkflowStep.of().withItems("a", 1, List.of(2)).toJson())
                .hasToString("{\"withItems\":[\"a\",1,[2]]}");
        assertThat(Histogram.of().buckets(1, 2.5).toJson()).hasToString("{\"buckets\":[1,2.5]}");
        assertThat(Gauge.of().value(0.5).toJson()).hasToString("{\"value\":\"0.5\"}");
    }
}
