/**
 * Judging documents by the types of Argo's and Kubernetes' APIs: unknown fields, wrong types, what is missing. One schema
 * per real program is derived from the model's. Nothing here looks at more than one value and its type.
 */
@NullMarked
package io.tiphys.verifier.schema;

import org.jspecify.annotations.NullMarked;
