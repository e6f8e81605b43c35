/** The rules of meaning, one small class each, and their ordered list. */
@NullMarked
package io.tiphys.verifier.lint.rule;

import org.jspecify.annotations.NullMarked;
