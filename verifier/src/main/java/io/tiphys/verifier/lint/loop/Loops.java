package io.tiphys.verifier.lint.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import java.util.Optional;

/** Whether the controller can make a loop of a text. */
public final class Loops {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private Loops() {}

    /** Why a text is no {@code start}, {@code end} or {@code count}; nothing where it is one. */
    public static Optional<Problem> number(String text) {
        return Duration.isWhole(text) ? Optional.empty() : Optional.of(Problem.expected("a whole number", 0, text));
    }

    /**
     * Why a format makes no items: what Go prints with it for the numbers stands between quotes in JSON.
     *
     * @param first the first number of the sequence
     * @param last its last number, which may be the smaller one
     */
    public static Optional<Problem> format(String format, long first, long last) {
        return new NumberFormat(format).problem(first, last);
    }

    /** Why a text is no list of items, as {@code withParam} wants it; nothing where it is one, or null, or empty. */
    public static Optional<Problem> list(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode list = STRICT.readTree(text);
            return list.isArray() || list.isNull()
                    ? Optional.empty()
                    : Optional.of(Problem.expected("a list in JSON, such as [\"a\", \"b\"]", 0, text));
        } catch (JsonProcessingException e) {
            int offset = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getCharOffset());
            return Optional.of(
                    Problem.expected("a list in JSON, such as [\"a\", \"b\"]", text, Math.min(offset, text.length())));
        }
    }
}
