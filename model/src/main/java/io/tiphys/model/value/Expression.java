package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition or formula in one of Argo's languages: expr-lang, {@code when}, {@code depends}. Here its shape is checked:
 * quotes are closed and brackets are in pairs; its names and types are the matter of {@code verify}. Empty means: not set.
 */
public final class Expression implements ApiValue {
    private static final String ALLOWED = "a formula whose quotes and brackets are closed";
    private static final String EXAMPLE = "lastRetry.exitCode != '0'";

    private final TextNode json;

    private Expression(TextNode json) {
        this.json = json;
    }

    /**
     * An expression from its text.
     *
     * @throws BadValueException if a quote or bracket is not closed
     */
    public static Expression of(String text) {
        return new Expression(Texts.checked(text, problem(text)));
    }

    /**
     * An expression read from a file.
     *
     * @throws BadValueException if it is no text, or a quote or bracket is not closed
     */
    public static Expression fromJson(JsonNode json) {
        return of(Texts.text(json, ALLOWED, EXAMPLE));
    }

    /** What is wrong with a text, if anything. */
    public static Optional<String> problem(String text) {
        return Texts.holdsTag(text)
                ? Optional.empty()
                : ExpressionShape.problem(text).flatMap(what -> Texts.bad(what, text, ALLOWED, EXAMPLE));
    }

    @Override
    public JsonNode json() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression value && text().equals(value.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
