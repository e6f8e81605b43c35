package us.metacell.cloudharness.workflows;

import io.tiphys.generator.facility.Placement;

/**
 * Brings all pods with the same key and value to one node: a label of the pods, and an affinity to it.
 *
 * @param required whether a pod rather waits than runs elsewhere
 */
public record PodExecutionContext(String key, String value, boolean required) {
    /** Preferred, not required. */
    public PodExecutionContext(String key, String value) {
        this(key, value, false);
    }

    Placement place(Placement placement) {
        return required ? placement.requireBeside(key, value) : placement.preferBeside(key, value);
    }
}
