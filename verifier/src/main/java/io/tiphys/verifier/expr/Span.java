package io.tiphys.verifier.expr;

/**
 * A duration.
 *
 * @param nanos its length
 */
record Span(long nanos) {}
