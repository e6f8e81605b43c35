/**
 * Finds, makes and runs template classes. Runs inside the class loader of the author's project; speaks with the outside in
 * types of the JDK only, through {@link io.tiphys.generator.discover.Renderer#render}.
 */
@NullMarked
package io.tiphys.generator.discover;

import org.jspecify.annotations.NullMarked;
