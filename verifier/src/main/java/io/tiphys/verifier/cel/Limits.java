package io.tiphys.verifier.cel;

/** What a hostile expression may use: Kubernetes bounds cost, we bound steps and the size of values. */
final class Limits {
    /** Nearly every step of a loop costs something, so that the cost ends it; those that cost nothing end here. */
    static final int ITERATIONS = 2_000_000;

    /** Characters of an expression. */
    static final int EXPRESSION = 64 << 10;

    /** Characters of a text, items of a list. */
    static final int SIZE = 16 << 20;

    private static final String EXCEEDED = "operation cancelled: actual cost limit exceeded";

    private Limits() {}

    static void checkSize(long size) {
        if (size > SIZE) {
            throw exceeded();
        }
    }

    static CelFailure exceeded() {
        return new CelFailure(EXCEEDED);
    }

    static String exceededText() {
        return EXCEEDED;
    }
}
