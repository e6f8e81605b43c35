package io.tiphys.publisher;

import java.time.Duration;

/**
 * How often a lost race is run again.
 *
 * @param attempts in all, at least 1
 * @param first pause before the second attempt; each next pause doubles, and chance takes up to half of it off
 * @param longest pause
 */
public record Retries(int attempts, Duration first, Duration longest) {

    /** Twelve attempts within about ten seconds. */
    public static final Retries DEFAULT = new Retries(12, Duration.ofMillis(20), Duration.ofSeconds(2));

    public Retries {
        if (attempts < 1 || attempts > 1000 || first.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("1 to 1000 attempts, and no negative pause: " + attempts + ", " + first);
        }
    }

    /**
     * Milliseconds to pause after a failed attempt.
     *
     * @param attempt that failed, from 1
     * @param chance from 0 to 1
     */
    long pause(int attempt, double chance) {
        double full = Math.min(first.toMillis() * Math.pow(2, attempt - 1), (double) longest.toMillis());
        return Math.round(full * (1 - chance / 2));
    }
}
