/**
 * Kubernetes' strategic merge patch, usable alone: JSON in, JSON out, merge keys from the schema. Nothing of Argo or of
 * pods enters here.
 */
@NullMarked
package io.tiphys.verifier.pod.merge;

import org.jspecify.annotations.NullMarked;
