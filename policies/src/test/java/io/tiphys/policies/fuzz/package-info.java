/** Hostile inputs for all of {@code verify}: findings or a clear error, in time, whatever a file holds. */
package io.tiphys.policies.fuzz;
