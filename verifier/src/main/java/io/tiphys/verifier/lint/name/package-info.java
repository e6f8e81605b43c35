/** How names, labels and keys are spelt: one form each, with what is allowed where. */
@NullMarked
package io.tiphys.verifier.lint.name;

import org.jspecify.annotations.NullMarked;
