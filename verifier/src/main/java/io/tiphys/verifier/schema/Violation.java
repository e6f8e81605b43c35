package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that breaks its schema.
 *
 * @param type name of the derived type whose schema it breaks, {@code argo.Template}
 * @param keyword what it breaks, {@code maxLength}
 * @param rule what the keyword asks for
 * @param at where the value stands
 * @param value the value
 * @param detail what the keyword tells besides: a field, a number, a text; or empty
 */
record Violation(String type, String keyword, JsonNode rule, ValuePath at, JsonNode value, String detail) {}
