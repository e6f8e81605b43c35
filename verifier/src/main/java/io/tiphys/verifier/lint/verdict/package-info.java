/**
 * What {@code argo lint} itself would say of an object: a walk over templates in its order, with its substitutions and its
 * scopes, that ends at the first thing it refuses. The rules find everything at once and explain it; whether the real
 * program refuses the object is decided here. Enters what follows the behaviour of {@code argo lint} 4.1.
 */
@NullMarked
package io.tiphys.verifier.lint.verdict;

import org.jspecify.annotations.NullMarked;
