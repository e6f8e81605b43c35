/** A workflow spec as rules see it: templates, calls, what calls lead to. Judges nothing. */
@NullMarked
package io.tiphys.verifier.lint.spec;

import org.jspecify.annotations.NullMarked;
