package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What type a scalar has for Kubernetes. Its tools read YAML with Go's yaml.v2: YAML 1.1 without base-60 numbers, with
 * {@code 0o} octals, and with dates left as text.
 */
final class GoScalars {
    private static final String TAG = "tag:yaml.org,2002:";
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final Map<String, JsonNode> WORDS = words();

    private GoScalars() {}

    /** Thrown where a scalar cannot become JSON. */
    static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        NotJsonException(String message) {
            super(message);
        }
    }

    /**
     * The JSON value of a scalar.
     *
     * @param plain whether it stands without quotes and is no block
     * @param tag its explicit tag, or null
     */
    static JsonNode resolve(String text, boolean plain, @Nullable String tag) throws NotJsonException {
        if (tag == null) {
            return plain ? implicit(text) : TextNode.valueOf(text);
        }
        if (!tag.startsWith(TAG)) {
            return TextNode.valueOf(text);
        }
        String type = tag.substring(TAG.length());
        JsonNode value = implicit(text);
        boolean fits =
                switch (type) {
                    case "int" -> value.isIntegralNumber() && !text.contains(".");
                    case "float" -> value.isNumber();
                    case "bool" -> value.isBoolean();
                    case "null" -> value.isNull();
                    default -> true;
                };
        if (!fits) {
            throw new NotJsonException("\"" + text + "\" is no !!" + type);
        }
        return switch (type) {
            case "int", "float", "bool", "null" -> value;
            case "binary" -> TextNode.valueOf(decode(text));
            default -> TextNode.valueOf(text);
        };
    }

    /** Whether a plain scalar would be read as something other than a string by YAML 1.1 or by Kubernetes. */
    static boolean isAmbiguous(String text) {
        try {
            return !implicit(text).isTextual();
        } catch (NotJsonException e) {
            return true;
        }
    }

    private static JsonNode implicit(String text) throws NotJsonException {
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        JsonNode word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        if (text.matches("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)")) {
            throw new NotJsonException("\"" + text + "\" is a number that JSON does not have");
        }
        char first = text.charAt(0);
        if (first == '+' || first == '-' || first == '.' || (first >= '0' && first <= '9')) {
            String digits = first == '.' ? text : text.replace("_", "");
            Optional<JsonNode> number = integer(digits).or(() -> decimal(digits));
            if (number.isPresent()) {
                return number.get();
            }
        }
        return TextNode.valueOf(text);
    }

    private static Optional<JsonNode> integer(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String body = signed ? text.substring(1) : text;
        int radix = 10;
        if (body.length() > 1 && body.charAt(0) == '0') {
            char marker = Character.toLowerCase(body.charAt(1));
            radix = marker == 'x' ? 16 : marker == 'b' ? 2 : 8;
            body = body.substring(marker == 'x' || marker == 'b' || marker == 'o' ? 2 : 1);
        }
        if (body.isEmpty() || body.length() > 100) {
            return Optional.empty();
        }
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return Optional.empty();
            }
        }
        BigInteger value = new BigInteger(body, radix);
        if (text.startsWith("-")) {
            value = value.negate();
        }
        if (value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_UNSIGNED) > 0 || (signed && value.bitLength() > 63)) {
            return Optional.empty();
        }
        return Optional.of(number(value));
    }

    private static Optional<JsonNode> decimal(String text) {
        if (!FLOAT.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return Optional.empty();
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e21) {
            return Optional.of(number(new BigDecimal(Double.toString(value)).toBigInteger()));
        }
        return Optional.of(DoubleNode.valueOf(value));
    }

    private static JsonNode number(BigInteger value) {
        return value.bitLength() <= 63 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    private static String decode(String text) throws NotJsonException {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotJsonException("!!binary text is not base64");
        }
    }

    private static Map<String, JsonNode> words() {
        Map<String, JsonNode> words = new HashMap<>();
        for (String word : "y Y yes Yes YES true True TRUE on On ON".split(" ")) {
            words.put(word, BooleanNode.TRUE);
        }
        for (String word : "n N no No NO false False FALSE off Off OFF".split(" ")) {
            words.put(word, BooleanNode.FALSE);
        }
        for (String word : "~ null Null NULL".split(" ")) {
            words.put(word, NullNode.getInstance());
        }
        return words;
    }
}
