package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * The first thing that {@code argo lint} refuses an object for.
 *
 * @param at pointer into the object; for what is wrong in an object that it refers to, the place of the reference
 * @param message what is wrong
 */
public record Refusal(JsonPointer at, String message) {}
