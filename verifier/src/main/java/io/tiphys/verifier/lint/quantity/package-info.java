/** Quantities of Kubernetes: numbers with suffixes of powers of ten or of two. */
@NullMarked
package io.tiphys.verifier.lint.quantity;

import org.jspecify.annotations.NullMarked;
