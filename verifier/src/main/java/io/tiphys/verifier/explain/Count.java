package io.tiphys.verifier.explain;

/**
 * How often something happens.
 *
 * @param known false if it may happen more often than {@code number}
 */
record Count(long number, boolean known) {
    private static final long MOST = 1_000_000_000;

    Count times(Count other) {
        return new Count(Math.min(number * other.number, MOST), known && other.known);
    }
}
