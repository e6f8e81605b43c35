/**
 * What the API server asks of native objects beyond their types: names, references between fields, values that exclude one
 * another. One class per subject; rules that need the cluster (does a service account exist?) do not belong here.
 */
@NullMarked
package io.tiphys.verifier.kubernetes;

import org.jspecify.annotations.NullMarked;
