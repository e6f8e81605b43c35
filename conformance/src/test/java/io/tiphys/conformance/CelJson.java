package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of expressions in the corpus's notation: what JSON cannot tell apart is {@code {"$type": "text"}}. */
final class CelJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long LARGEST_EXACT = 1L << 53;

    private static final Pattern PART = Pattern.compile("([0-9.]+)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private CelJson() {}

    static JsonNode of(Object value) {
        if (value instanceof NullValue) {
            return JSON.nullNode();
        } else if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        } else if (value instanceof String text) {
            return JSON.textNode(text);
        } else if (value instanceof Long number) {
            boolean exact = number >= -LARGEST_EXACT && number <= LARGEST_EXACT;
            return exact ? JSON.numberNode(number.longValue()) : typed("$int", number.toString());
        } else if (value instanceof UnsignedLong number) {
            return typed("$uint", number.toString());
        } else if (value instanceof Double number) {
            boolean fraction = Double.isFinite(number) && number != Math.rint(number);
            return fraction ? JSON.numberNode(number.doubleValue()) : typed("$double", text(number));
        } else if (value instanceof CelByteString bytes) {
            return typed("$bytes", Base64.getEncoder().encodeToString(bytes.toByteArray()));
        } else if (value instanceof Collection<?> items) {
            ArrayNode list = JSON.arrayNode();
            items.forEach(item -> list.add(of(item)));
            return list;
        } else if (value instanceof Optional<?> optional) {
            return optional(optional);
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof CelType type) {
            boolean wrapped = type instanceof TypeType && !type.parameters().isEmpty();
            String name = wrapped ? type.parameters().get(0).name() : type.name();
            return typed("$type", name.equals("dyn") ? "type" : name);
        } else if (value instanceof Duration duration) {
            return typed("$duration", String.valueOf(duration.toNanos()));
        } else if (value instanceof Instant instant) {
            return typed("$timestamp", instant.toString());
        } else if (value instanceof CelValue other && other.celType().name().equals("kubernetes.Quantity")) {
            return typed("$kubernetes.Quantity", quantity(new BigDecimal(value.toString())));
        } else if (value instanceof CelValue other) {
            return typed("$" + other.celType().name(), value.toString());
        }
        throw new IllegalStateException("a value of a type that expressions do not have: " + value.getClass());
    }

    /** Go has no suffix for multiples of 10^21 and more: the recorded text then lacks the zeros. */
    private static String quantity(BigDecimal amount) {
        BigDecimal written = amount.stripTrailingZeros();
        boolean tooBig = amount.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(21)) >= 0 && written.scale() <= -21;
        return (tooBig ? written.scaleByPowerOfTen(written.scale() / 3 * 3) : written)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The recorded value, with durations in nanoseconds and quantities as plain numbers. */
    static JsonNode real(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JSON.arrayNode();
            value.forEach(item -> list.add(real(item)));
            return list;
        } else if (value.path("$duration").isTextual()) {
            return typed(
                    "$duration", String.valueOf(nanos(value.path("$duration").asText())));
        } else if (value.path("$kubernetes.Quantity").isTextual()) {
            BigDecimal amount =
                    Quantity.parse(value.path("$kubernetes.Quantity").asText()).getNumericalAmount();
            return typed("$kubernetes.Quantity", amount.stripTrailingZeros().toPlainString());
        } else if (value.isObject()) {
            ObjectNode object = JSON.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), real(field.getValue())));
            return object;
        }
        return value;
    }

    /** Of Go's way to write a duration: {@code 1h30m0.5s}. */
    private static long nanos(String text) {
        long nanos = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            nanos += new BigDecimal(part.group(1))
                    .multiply(BigDecimal.valueOf(UNITS.get(part.group(2))))
                    .longValueExact();
        }
        return text.startsWith("-") ? -nanos : nanos;
    }

    private static JsonNode optional(Optional<?> optional) {
        ObjectNode json = JSON.objectNode();
        if (optional.isEmpty()) {
            json.put("$none", true).putNull("$optional");
        } else {
            json.set("$optional", of(optional.get()));
        }
        return json;
    }

    private static JsonNode map(Map<?, ?> map) {
        if (map.keySet().stream().allMatch(String.class::isInstance)) {
            ObjectNode json = JSON.objectNode();
            map.forEach((key, value) -> json.set((String) key, of(value)));
            return json;
        }
        ArrayNode pairs = JSON.arrayNode();
        map.forEach((key, value) -> pairs.addArray().add(of(key)).add(of(value)));
        return JSON.objectNode().set("$map", pairs);
    }

    private static ObjectNode typed(String type, String text) {
        return JSON.objectNode().put(type, text);
    }

    private static String text(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        return Double.isNaN(number)
                ? "NaN"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
