/** The tags in Argo's texts: where a pair of double braces starts and ends. What a name means is not known here. */
@NullMarked
package io.tiphys.verifier.lint.tag;

import org.jspecify.annotations.NullMarked;
