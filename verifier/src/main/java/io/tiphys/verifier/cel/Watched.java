package io.tiphys.verifier.cel;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a document whose reading is recorded: whether a result depends on it is then known exactly. */
record Watched(Object value, JsonPointer pointer, Set<JsonPointer> reads) {

    static @Nullable Object read(@Nullable Object value) {
        return value == null ? null : readPresent(value);
    }

    static Object readPresent(Object value) {
        if (value instanceof Watched watched) {
            watched.reads.add(watched.pointer);
            return watched.value;
        }
        return value;
    }
}
