/** The facade that the plugin calls: loads template classes in isolation, renders them, writes manifests and index. */
@NullMarked
package io.tiphys.generator;

import org.jspecify.annotations.NullMarked;
