package io.tiphys.verifier.cel;

/** The outcome of an evaluation. */
public sealed interface CelResult {

    /**
     * A value.
     *
     * @param value a Boolean, String, Long, UnsignedLong, Double, List, Map, Optional … as dev.cel has it
     */
    record Value(Object value) implements CelResult {}

    /**
     * An error.
     *
     * @param message in Kubernetes' words where they are known
     */
    record Failed(String message) implements CelResult {}
}
