/** Helpers that every facility needs, each some lines over the language and the typed model. */
@NullMarked
package io.tiphys.generator.facility;

import org.jspecify.annotations.NullMarked;
