/**
 * Values that Argo and Kubernetes read out of text or numbers: each is checked where it is made. A text that holds a tag
 * ({@code {{…}}}) is known only at run time, so it is always taken.
 */
@NullMarked
package io.tiphys.model.value;

import org.jspecify.annotations.NullMarked;
