/**
 * JSON as Go's typed decoding and encoding leave it: unknown fields and empty values gone, names matched without regard to
 * case, quantities canonical. Knows the API's types, nothing of pods.
 */
@NullMarked
package io.tiphys.verifier.typed;

import org.jspecify.annotations.NullMarked;
