package io.tiphys.verifier.expr;

/** The value of {@code nil}. */
enum Nil {
    NIL
}
