/** What the small languages inside manifests have in common: how a parser says what is wrong, and where. */
@NullMarked
package io.tiphys.verifier.lint.language;

import org.jspecify.annotations.NullMarked;
