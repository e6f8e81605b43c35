package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;

/** A checked value of a field. Two are equal if they mean the same, however they are written. */
public sealed interface ApiValue
        permits AnyString, Duration, Expression, GoDuration, IntOrExpression, NumberOrExpression, Quantity {

    /** What stands in the manifest: a text, a number or a boolean, as it was given. */
    JsonNode json();

    /** The text that Argo reads. */
    default String text() {
        return json().asText();
    }

    /** Whether it holds a tag ({@code {{…}}}), so that its value is known at run time only. */
    default boolean isExpression() {
        return Texts.holdsTag(text());
    }
}
