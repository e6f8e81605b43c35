/** What loops are made of: numbers and formats of sequences, lists of JSON. */
@NullMarked
package io.tiphys.verifier.lint.loop;

import org.jspecify.annotations.NullMarked;
