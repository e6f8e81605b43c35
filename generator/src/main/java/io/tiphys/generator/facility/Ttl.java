package io.tiphys.generator.facility;

import io.tiphys.generator.dsl.WorkflowWords;

/**
 * How many seconds after its end a run is deleted: {@code ttlStrategy}. Argo takes the number of the phase in which the
 * run ended; {@code completion} is for {@code Error}, not for all three. To keep runs for ever, set none.
 *
 * @param completion seconds after an error, 0 or more
 * @param success seconds after success
 * @param failure seconds after failure
 */
public record Ttl(int completion, int success, int failure) {
    /** Twenty minutes after success, two hours after failure, one hour after an error. */
    public static final Ttl DEFAULT = new Ttl(3600, 1200, 7200);

    /** @throws IllegalArgumentException if a number is negative */
    public Ttl {
        if (completion < 0 || success < 0 || failure < 0) {
            throw new IllegalArgumentException("A run cannot be deleted before its end: the seconds are " + completion
                    + ", " + success + ", " + failure + "; to keep it for ever, set no Ttl");
        }
    }

    /** The same with other seconds after an error. */
    public Ttl secondsAfterCompletion(int seconds) {
        return new Ttl(seconds, success, failure);
    }

    /** The same with other seconds after success. */
    public Ttl secondsAfterSuccess(int seconds) {
        return new Ttl(completion, seconds, failure);
    }

    /** The same with other seconds after failure. */
    public Ttl secondsAfterFailure(int seconds) {
        return new Ttl(completion, success, seconds);
    }

    /** Deletes the runs of this workflow so. */
    public <T extends WorkflowWords<T>> T on(T manifest) {
        return manifest.deleteAfter(completion, success, failure);
    }
}
