/**
 * What the API server makes of an object before policies see it: decoding into its types, defaults, the admission plugins
 * that are on by default, and what is set of every new object. Nothing here depends on a cluster; what only a cluster could
 * tell (its service accounts' tokens, addresses) is a placeholder.
 */
@NullMarked
package io.tiphys.verifier.defaults;

import org.jspecify.annotations.NullMarked;
