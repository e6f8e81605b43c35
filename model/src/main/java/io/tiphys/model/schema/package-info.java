/**
 * The schema at run time: one document for Argo's types, one for Kubernetes'. Data and questions about it; judging
 * manifests by it is the verifier's work.
 */
@NullMarked
package io.tiphys.model.schema;

import org.jspecify.annotations.NullMarked;
