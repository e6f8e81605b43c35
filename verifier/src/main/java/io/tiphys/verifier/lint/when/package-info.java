/** The language of {@code when}: comparisons of numbers, words and quoted texts, as the library govaluate reads them. */
@NullMarked
package io.tiphys.verifier.lint.when;

import org.jspecify.annotations.NullMarked;
