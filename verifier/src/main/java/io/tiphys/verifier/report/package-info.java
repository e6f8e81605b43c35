/** What a reader sees of a result: text for terminals, JSON for programs. Judges nothing. */
@NullMarked
package io.tiphys.verifier.report;

import org.jspecify.annotations.NullMarked;
