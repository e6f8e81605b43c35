/**
 * Helpers that every facility needs, each some lines over the language and the typed model. What only one facility has
 * belongs into its own templates.
 */
@NullMarked
package io.tiphys.generator.facility;

import org.jspecify.annotations.NullMarked;
