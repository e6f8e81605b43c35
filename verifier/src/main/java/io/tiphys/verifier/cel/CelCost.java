package io.tiphys.verifier.cel;

/**
 * A result, and what it cost.
 *
 * @param cost as the API server counts it, without that of variables
 */
public record CelCost(CelResult result, long cost) {}
