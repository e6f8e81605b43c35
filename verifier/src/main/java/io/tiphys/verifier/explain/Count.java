package io.tiphys.verifier.explain;

/**
 * How often something happens.
 *
 * @param known false if it may happen more often than {@code number}
 */
record Count(long number, boolean known) {
    private static final long MOST = 1_000_000_000;

    Count plus(Count other) {
        return new Count(Math.min(number + other.number, MOST), known && other.known);
    }

    /** The number; with a plus if it may be more. */
    String words() {
        return known ? Long.toString(number) : number + "+";
    }

    Count times(Count other) {
        return new Count(Math.min(number * other.number, MOST), known && other.known);
    }
}
