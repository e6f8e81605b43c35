package io.tiphys.verifier.lint.when;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts that are times to govaluate, in one of the forms that Go's parser of times accepts for its layouts. UTC where none says. */
final class GoTimes {
    private static final int LONGEST = 64;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAY = "(?:sun|mon|tue|wed|thu|fri|sat)";
    private static final String MONTH = "(?<name>" + String.join("|", MONTHS) + ")";
    private static final String DATE = "(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
    private static final String HOUR = "(?<hour>[0-9]{1,2})";
    private static final String MINUTE = HOUR + ":(?<minute>[0-9]{2})";
    private static final String SECOND = MINUTE + ":(?<second>[0-9]{2})(?:[.,][0-9]+)?";
    private static final String ZONE = "(?:Z|(?<zone>[-+][0-9]{4}))";
    private static final String COLON_ZONE = "(?<zone>[-+][0-9]{2}:[0-9]{2})";
    private static final String ABBREVIATION =
            "(?:[A-Z]{3}|[A-Z]{3}T|WITA|[A-Z]{4}T|ChST|MeST|GMT[-+][0-9]{1,2}|[-+][0-9]{2})";
    private static final List<Pattern> FORMS = Stream.of(
                    WEEKDAY + " +" + MONTH + " +(?<day>[0-9]{1,2}) +" + SECOND + " +(?<year>[0-9]{4})",
                    WEEKDAY + " +" + MONTH + " +(?<day>[0-9]{1,2}) +" + SECOND + " +(?-i:" + ABBREVIATION
                            + ") +(?<year>[0-9]{4})",
                    WEEKDAY + " +" + MONTH + " +(?<day>[0-9]{2}) +" + SECOND
                            + " +(?<zone>[-+][0-9]{4}) +(?<year>[0-9]{4})",
                    MINUTE + "(?-i:(?<half>AM|PM))",
                    DATE + "(?-i:T)" + SECOND + "(?-i:Z|" + COLON_ZONE + ")",
                    DATE,
                    DATE + " +" + MINUTE,
                    DATE + " +" + SECOND,
                    DATE + " +" + SECOND + COLON_ZONE,
                    DATE + "(?-i:T)" + HOUR + "(?-i:" + ZONE + ")",
                    DATE + "(?-i:T)" + MINUTE + "(?-i:" + ZONE + ")",
                    DATE + "(?-i:T)" + SECOND + "(?-i:" + ZONE + ")")
            .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE))
            .toList();

    private GoTimes() {}

    /** Seconds since 1970; nothing for a text that is no time. */
    static OptionalLong seconds(String text) {
        if (text.length() <= LONGEST) {
            for (Pattern form : FORMS) {
                Matcher matcher = form.matcher(text);
                if (matcher.matches()) {
                    OptionalLong seconds = seconds(matcher);
                    if (seconds.isPresent()) {
                        return seconds;
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong seconds(Matcher matcher) {
        int month = part(matcher, "month", 1);
        String name = text(matcher, "name");
        if (name != null) {
            month = MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
        }
        int hour = part(matcher, "hour", 0);
        String half = text(matcher, "half");
        if (half != null) {
            if (hour > 12) {
                return OptionalLong.empty();
            }
            hour = hour % 12 + (half.equals("PM") ? 12 : 0);
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    part(matcher, "year", 0),
                    month,
                    part(matcher, "day", 1),
                    hour,
                    part(matcher, "minute", 0),
                    part(matcher, "second", 0));
            return offset(text(matcher, "zone"), time);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong offset(@Nullable String zone, LocalDateTime time) {
        long seconds = time.toEpochSecond(ZoneOffset.UTC);
        if (zone == null) {
            return OptionalLong.of(seconds);
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = Integer.parseInt(digits.substring(2));
        long offset = hours * 3600L + minutes * 60L;
        return hours > 24 || minutes > 60
                ? OptionalLong.empty()
                : OptionalLong.of(zone.startsWith("-") ? seconds + offset : seconds - offset);
    }

    private static int part(Matcher matcher, String group, int absent) {
        String text = text(matcher, group);
        return text == null ? absent : Integer.parseInt(text);
    }

    private static @Nullable String text(Matcher matcher, String group) {
        return matcher.pattern().pattern().contains("(?<" + group + ">") ? matcher.group(group) : null;
    }
}
