package io.tiphys.verifier.schema;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Formats of texts as Go's types read them. */
final class GoFormat {
    private static final Pattern QUANTITY =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?");

    private GoFormat() {}

    /** What a text of a format is like. */
    static Predicate<String> of(String format) {
        return switch (format) {
            case "quantity" -> text -> QUANTITY.matcher(text).matches();
            case "date-time" -> GoFormat::isTime;
            case "byte" -> GoFormat::isBase64;
            default -> throw new IllegalArgumentException("a derived schema has no format " + format);
        };
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
