/** What all typed objects have in common: immutable fields, equality by value, and the Java line of each. */
@NullMarked
package io.tiphys.model.object;

import org.jspecify.annotations.NullMarked;
