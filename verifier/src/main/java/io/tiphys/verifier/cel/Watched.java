package io.tiphys.verifier.cel;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document that is not known: whoever reads it gets the sample that was lent to it, or else leaves a note, so that
 * it is known exactly whether a result depends on it. Not for several threads.
 */
final class Watched {
    private final Object value;
    private final JsonPointer pointer;
    private final Set<JsonPointer> reads;
    private @Nullable Object sample;

    Watched(Object value, JsonPointer pointer, Set<JsonPointer> reads) {
        this.value = value;
        this.pointer = pointer;
        this.reads = reads;
    }

    /** Gives it a value until the next call; null takes it back. */
    void lend(@Nullable Object other) {
        this.sample = other;
    }

    static @Nullable Object read(@Nullable Object value) {
        return value == null ? null : readPresent(value);
    }

    static Object readPresent(Object value) {
        if (!(value instanceof Watched watched)) {
            return value;
        }
        if (watched.sample != null) {
            return watched.sample;
        }
        watched.reads.add(watched.pointer);
        return watched.value;
    }
}
