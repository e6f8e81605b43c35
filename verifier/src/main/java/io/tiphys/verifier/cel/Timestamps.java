package io.tiphys.verifier.cel;

import com.google.common.collect.MapMaker;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Timestamps remember the offset from UTC that their text had, and are written with it again. The runtime's timestamps have
 * no place for it, so it is kept beside them as long as they live.
 */
final class Timestamps {
    private static final Map<Instant, ZoneOffset> OFFSETS =
            new MapMaker().weakKeys().makeMap(); // by identity: equal instants may have different offsets

    private Timestamps() {}

    /** The time that a text of RFC 3339 writes. */
    static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            Instant instant = Instant.ofEpochSecond(time.toEpochSecond(), time.getNano());
            if (!time.getOffset().equals(ZoneOffset.UTC)) {
                OFFSETS.put(instant, time.getOffset());
            }
            return Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static OffsetDateTime withOffset(Instant instant) {
        return instant.atOffset(OFFSETS.getOrDefault(instant, ZoneOffset.UTC));
    }
}
