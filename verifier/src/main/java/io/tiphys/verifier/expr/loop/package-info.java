/** Loops of steps and tasks: what their items are, and what each item gives the variables {@code item} and {@code item.key}. */
@NullMarked
package io.tiphys.verifier.expr.loop;

import org.jspecify.annotations.NullMarked;
