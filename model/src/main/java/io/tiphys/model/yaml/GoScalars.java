package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
            + "(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})"
            + "| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?)?");
    private static final Map<String, Scalar> WORDS = words();

    private GoScalars() {}

    /** Thrown where a scalar cannot become JSON. */
    static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        NotJsonException(String message) {
            super(message);
        }
    }

    /** The types that matter here. */
    enum Type {
        NULL,
        BOOLEAN,
        INTEGER,
        FLOAT,
        TEXT
    }

    /**
     * A scalar whose type is known.
     *
     * @param json its value; missing for infinity and for what is not a number, which JSON does not have
     * @param key the text that it becomes as a key, or null where it cannot be one
     */
    record Scalar(Type type, JsonNode json, @Nullable String key) {}

    /**
     * The type and value of a scalar.
     *
     * @param plain whether it stands without quotes and is no block
     * @param tag its explicit tag, or null
     */
    static Scalar resolve(String text, boolean plain, @Nullable String tag) throws NotJsonException {
        if (tag == null) {
            return plain ? implicit(text) : text(text);
        }
        if (!tag.startsWith(TAG)) {
            return text(text);
        }
        String type = tag.substring(TAG.length());
        Scalar value = implicit(text);
        boolean fits =
                switch (type) {
                    case "int" -> value.type() == Type.INTEGER;
                    case "float" -> value.type() == Type.INTEGER || value.type() == Type.FLOAT;
                    case "bool" -> value.type() == Type.BOOLEAN;
                    case "null" -> value.type() == Type.NULL;
                    case "timestamp" -> TIMESTAMP.matcher(text).matches();
                    default -> true;
                };
        if (!fits) {
            throw new NotJsonException("\"" + text + "\" is no !!" + type);
        }
        return switch (type) {
            case "int", "bool", "null" -> value;
            case "float" ->
                value.json().isMissingNode() ? value : decimal(value.json().doubleValue());
            case "binary" -> text(decode(text));
            default -> text(text);
        };
    }

    /** Whether a plain scalar would be read as something other than a string by Kubernetes. */
    static boolean isAmbiguous(String text) {
        return implicit(text).type() != Type.TEXT;
    }

    static Type typeOf(String plain) {
        return implicit(plain).type();
    }

    static JsonNode valueOf(String plain) {
        return implicit(plain).json();
    }

    private static Scalar implicit(String text) {
        Scalar word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        char first = text.charAt(0);
        if (first == '+' || first == '-' || (first >= '0' && first <= '9')) {
            Optional<BigInteger> integer = GoNumbers.integer(text);
            if (integer.isPresent()) {
                String key = integer.get().bitLength() <= 63 ? integer.get().toString() : null;
                return new Scalar(Type.INTEGER, GoNumbers.json(integer.get()), key);
            }
            return GoNumbers.decimal(text).map(GoScalars::decimal).orElse(text(text));
        }
        return first == '.' ? GoNumbers.decimal(text).map(GoScalars::decimal).orElse(text(text)) : text(text);
    }

    private static Scalar text(String text) {
        return new Scalar(Type.TEXT, TextNode.valueOf(text), text);
    }

    private static Scalar decimal(double value) {
        boolean finite = Double.isFinite(value);
        return new Scalar(Type.FLOAT, finite ? GoNumbers.json(value) : MissingNode.getInstance(), GoNumbers.key(value));
    }

    /** Go takes no character outside the alphabet but line breaks, and wants the padding. */
    private static String decode(String text) throws NotJsonException {
        String digits = text.replace("\n", "").replace("\r", "");
        try {
            if (digits.length() % 4 == 0) {
                return new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new NotJsonException("!!binary text is not base64");
    }

    private static Map<String, Scalar> words() {
        Map<String, Scalar> words = new HashMap<>();
        for (String word : "y Y yes Yes YES true True TRUE on On ON".split(" ")) {
            words.put(word, new Scalar(Type.BOOLEAN, BooleanNode.TRUE, "true"));
        }
        for (String word : "n N no No NO false False FALSE off Off OFF".split(" ")) {
            words.put(word, new Scalar(Type.BOOLEAN, BooleanNode.FALSE, "false"));
        }
        for (String word : new String[] {"", "~", "null", "Null", "NULL"}) {
            words.put(word, new Scalar(Type.NULL, NullNode.getInstance(), null));
        }
        for (String word : ".inf .Inf .INF +.inf +.Inf +.INF".split(" ")) {
            words.put(word, decimal(Double.POSITIVE_INFINITY));
        }
        for (String word : "-.inf -.Inf -.INF".split(" ")) {
            words.put(word, decimal(Double.NEGATIVE_INFINITY));
        }
        for (String word : ".nan .NaN .NAN".split(" ")) {
            words.put(word, decimal(Double.NaN));
        }
        return words;
    }
}
