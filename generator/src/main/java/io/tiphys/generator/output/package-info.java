/** Writes what was rendered: manifests, index, and the fingerprint by which the next run knows that nothing changed. */
@NullMarked
package io.tiphys.generator.output;

import org.jspecify.annotations.NullMarked;
