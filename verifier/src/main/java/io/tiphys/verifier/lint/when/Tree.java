package io.tiphys.verifier.lint.when;

import org.jspecify.annotations.Nullable;

/** A condition, taken apart. What is missing between parentheses is null. */
sealed interface Tree {

    /** A value that is known: number, text, boolean or pattern. */
    record Literal(Object value) implements Tree {}

    /** A name that nobody gives a value. */
    record Name(String name, int offset) implements Tree {}

    /** What stands between parentheses. */
    record Group(@Nullable Tree content) implements Tree {}

    /** A sign before a value. */
    record Prefix(Token sign, @Nullable Tree right) implements Tree {}

    /** An operator between values. */
    record Operation(
            Token sign, @Nullable Tree left, @Nullable Tree right) implements Tree {}
}
