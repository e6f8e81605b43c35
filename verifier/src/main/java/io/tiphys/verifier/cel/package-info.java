/**
 * The Common Expression Language as Kubernetes' admission policies have it: dev.cel's planner runtime, with the
 * functions that Kubernetes adds, one class per library, and without what Kubernetes lacks. Usable alone: it knows
 * expressions and documents, not policies.
 *
 * <p>A new library is a class that extends {@link io.tiphys.verifier.cel.CelLibrary} and a line in {@link
 * io.tiphys.verifier.cel.Libraries}. Documents enter once, as {@link io.tiphys.verifier.cel.CelMap}
 * and {@link io.tiphys.verifier.cel.CelList}: the runtime walks plain maps again at every access, and cannot
 * bear a null in them.
 */
@NullMarked
package io.tiphys.verifier.cel;

import org.jspecify.annotations.NullMarked;
