package io.tiphys.verifier.expr;

/**
 * A number of Go's type int64, which functions that want an int refuse.
 *
 * @param value the number
 */
record Int64(long value) {}
