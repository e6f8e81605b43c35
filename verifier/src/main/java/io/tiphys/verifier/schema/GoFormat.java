package io.tiphys.verifier.schema;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Formats of texts as Go's types read them. */
final class GoFormat {
    /** A quantity as CRDs take it: without blanks around it, which Go's decoder drops. */
    static final String PLAIN_QUANTITY = "plain-quantity";

    private static final Pattern QUANTITY =
            Pattern.compile(" *[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)? *");

    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{1,2}:[0-9]{2}:[0-9]{2}([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})");

    private GoFormat() {}

    /** What a text of a format is like. */
    static Predicate<String> of(String format) {
        return switch (format) {
            case PLAIN_QUANTITY ->
                text -> QUANTITY.matcher(text).matches() && text.strip().equals(text);
            case "quantity" -> text -> QUANTITY.matcher(text).matches();
            case "date-time" -> GoFormat::isTime;
            case "byte" -> GoFormat::isBase64;
            default -> throw new IllegalArgumentException("a derived schema has no format " + format);
        };
    }

    private static boolean isTime(String text) {
        if (!TIME.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        if (text.replaceAll("[\r\n]", "").length() % 4 != 0) {
            return false; // Java takes a text without padding
        }
        try {
            Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
