/**
 * The Common Expression Language as Kubernetes' admission policies have it, with the functions that Kubernetes adds, one
 * class per library, and without what Kubernetes lacks. Usable alone: it knows expressions and documents, not policies.
 *
 * <p>dev.cel parses and checks; {@link io.tiphys.verifier.cel.StepPlanner} makes steps of what it has checked, which run here
 * and count what they cost. A single operation that they do not know is run by dev.cel ({@link
 * io.tiphys.verifier.cel.Foreign}).
 *
 * <p>A new library is a class that extends {@link io.tiphys.verifier.cel.CelLibrary} and a line in {@link
 * io.tiphys.verifier.cel.Libraries}. Documents enter once, as {@link io.tiphys.verifier.cel.CelMap}
 * and {@link io.tiphys.verifier.cel.CelList}.
 */
@NullMarked
package io.tiphys.verifier.cel;

import org.jspecify.annotations.NullMarked;
