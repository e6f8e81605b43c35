package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A duration of Argo: a whole number of seconds as text, or Go's form with units, {@code 1h30m}. Empty means: not set.
 *
 * <p>Source: Argo, {@code ParseStringToDuration}.
 */
public final class Duration implements ApiValue {
    private static final String ALLOWED = "a whole number of seconds, or numbers with the units h, m, s, ms, us, ns";
    private static final String EXAMPLE = "30, 90s, 1h30m";

    private final TextNode json;

    private Duration(TextNode json) {
        this.json = json;
    }

    /**
     * A duration from its text.
     *
     * @throws BadValueException if Argo would not read it
     */
    public static Duration of(String text) {
        return new Duration(Texts.checked(text, problem(text)));
    }

    /**
     * A number of seconds.
     *
     * @throws BadValueException if there are more than Go can count, some 292 years
     */
    public static Duration of(long seconds) {
        return of(Long.toString(seconds));
    }

    /**
     * A duration, written in Go's way.
     *
     * @throws BadValueException if it is longer than Go can count, some 292 years
     */
    public static Duration of(java.time.Duration duration) {
        return of(GoDurationText.write(duration));
    }

    /**
     * A duration read from a file.
     *
     * @throws BadValueException if it is none
     */
    public static Duration fromJson(JsonNode json) {
        return of(Texts.text(json, ALLOWED, EXAMPLE));
    }

    /** What is wrong with a text, if anything. */
    public static Optional<String> problem(String text) {
        return text.isEmpty() || Texts.holdsTag(text) || nanos(text).isPresent()
                ? Optional.empty()
                : Texts.bad("is no duration", text, ALLOWED, EXAMPLE);
    }

    private static Optional<Long> nanos(String text) {
        return GoDurationText.secondsAsNanos(text).or(() -> GoDurationText.nanos(text));
    }

    /** Its length; nothing if it is empty or an expression. */
    public Optional<java.time.Duration> length() {
        return nanos(text()).map(java.time.Duration::ofNanos);
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Duration value
                && (text().equals(value.text()) || (length().isPresent() && length().equals(value.length())));
    }

    @Override
    public int hashCode() {
        return length().isPresent() ? length().hashCode() : text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
