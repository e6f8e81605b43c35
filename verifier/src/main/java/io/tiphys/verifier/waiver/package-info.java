/** Findings that somebody has accepted: waivers with an end, and the baseline of an old repository. Judges nothing itself. */
@NullMarked
package io.tiphys.verifier.waiver;

import org.jspecify.annotations.NullMarked;
