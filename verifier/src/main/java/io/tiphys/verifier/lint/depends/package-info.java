/** The language of a task's {@code depends}: conditions over the results of other tasks. */
@NullMarked
package io.tiphys.verifier.lint.depends;

import org.jspecify.annotations.NullMarked;
