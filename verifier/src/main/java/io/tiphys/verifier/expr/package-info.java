/**
 * The language of {@code {{=…}}} tags: expr-lang 1.17 with the functions that Argo adds. Text becomes a tree with the place
 * of every node; a tree becomes a value. Nothing here knows workflows: which names have values is the caller's matter.
 */
@NullMarked
package io.tiphys.verifier.expr;

import org.jspecify.annotations.NullMarked;
