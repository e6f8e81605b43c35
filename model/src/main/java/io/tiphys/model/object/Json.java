package io.tiphys.model.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** JSON in one form, so that equal content is equal: a number is a LongNode if it is whole and fits, as the reader has it. */
final class Json {
    private static final BigDecimal LARGEST_WHOLE = new BigDecimal("1e21");

    private Json() {}

    /** A copy of a value. */
    static JsonNode canonical(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), canonical(field.getValue())));
            return copy;
        } else if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> copy.add(canonical(item)));
            return copy;
        } else if (json.isFloatingPointNumber() && !json.isBigDecimal() && !Double.isFinite(json.doubleValue())) {
            throw new IllegalArgumentException(
                    json.asText() + " is a number that neither JSON nor YAML for Kubernetes has");
        }
        return json.isNumber() ? number(json) : json;
    }

    private static JsonNode number(JsonNode json) {
        if (json.isIntegralNumber()) {
            return whole(json.bigIntegerValue());
        }
        BigDecimal value = json.decimalValue();
        boolean whole = value.abs().compareTo(LARGEST_WHOLE) < 0
                && value.stripTrailingZeros().scale() <= 0;
        return whole ? whole(value.toBigInteger()) : DoubleNode.valueOf(json.doubleValue());
    }

    private static JsonNode whole(BigInteger value) {
        return value.bitLength() <= 63 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
