package io.tiphys.verifier.pod;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms in which a workflow may ask for the time of its creation, such as {@code workflow.creationTimestamp.%Y}. */
final class Timestamps {
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("Y", "yyyy"),
            Map.entry("m", "MM"),
            Map.entry("d", "dd"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("y", "yy"),
            Map.entry("L", ".SSS"),
            Map.entry("Z", "'UTC'"),
            Map.entry("z", "xx"),
            Map.entry("B", "MMMM"),
            Map.entry("b", "MMM"),
            Map.entry("A", "EEEE"),
            Map.entry("a", "EEE"),
            Map.entry("p", "a"));

    private Timestamps() {}

    static Optional<String> format(String timestamp, String form) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(timestamp).withOffsetSameInstant(ZoneOffset.UTC);
            return switch (form) {
                case "RFC3339" -> Optional.of(timestamp);
                case "s" -> Optional.of(Long.toString(time.toEpochSecond()));
                default ->
                    Optional.ofNullable(PATTERNS.get(form))
                            .map(pattern -> time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
