package io.tiphys.verifier.expr;

/**
 * A byte array.
 *
 * @param text one character for each byte
 */
record Bytes(String text) {}
