/** The side-car index that maps each node of a generated manifest to the Java line that wrote it. */
@NullMarked
package io.tiphys.model.index;

import org.jspecify.annotations.NullMarked;
