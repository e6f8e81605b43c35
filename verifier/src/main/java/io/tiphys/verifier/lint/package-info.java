/**
 * Judging the meaning of Argo's objects. {@code spec} is what rules see, {@code rule} the rules, {@code verdict} what argo lint
 * itself says, {@code tag} and
 * {@code depends} the small languages inside texts; here is the way in, and the catalogue of all rules.
 */
@NullMarked
package io.tiphys.verifier.lint;

import org.jspecify.annotations.NullMarked;
