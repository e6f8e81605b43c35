/** The language of {@code successCondition} and {@code failureCondition}: selectors of labels, asked of an object. */
@NullMarked
package io.tiphys.verifier.lint.condition;

import org.jspecify.annotations.NullMarked;
