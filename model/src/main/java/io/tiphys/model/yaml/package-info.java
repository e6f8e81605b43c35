/**
 * YAML in and out: reading with the position of every node, scalars resolved as Kubernetes resolves them; writing
 * in one canonical form. Knows nothing of Argo.
 */
@NullMarked
package io.tiphys.model.yaml;

import org.jspecify.annotations.NullMarked;
