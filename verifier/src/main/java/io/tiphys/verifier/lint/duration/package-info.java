/** Durations as Argo's fields take them: numbers with units, in some fields bare numbers of seconds. */
@NullMarked
package io.tiphys.verifier.lint.duration;

import org.jspecify.annotations.NullMarked;
