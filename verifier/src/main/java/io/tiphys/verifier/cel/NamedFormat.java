package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A format of texts that policies can name: {@code format.dns1123Label()}. */
@Immutable
@SuppressWarnings("Immutable") // the functions have no state
final class NamedFormat extends OpaqueValue {
    private static final String UUID = "(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}";
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}(?::[0-9]{2}"
                    + "(?:\\.[0-9]{1,9})?)?)(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?");

    /** By name. */
    static final Map<String, NamedFormat> ALL = ImmutableMap.<String, NamedFormat>builder()
            .put(entry("dns1123Label", 8, NameFormats::dns1123Label))
            .put(entry("dns1123Subdomain", 15, NameFormats::dns1123Subdomain))
            .put(entry("dns1035Label", 8, NameFormats::dns1035Label))
            .put(entry("qualifiedName", 15, NameFormats::qualifiedName))
            .put(entry("dns1123LabelPrefix", 8, text -> NameFormats.dns1123Label(NameFormats.asPrefix(text))))
            .put(entry("dns1123SubdomainPrefix", 15, text -> NameFormats.dns1123Subdomain(NameFormats.asPrefix(text))))
            .put(entry("dns1035LabelPrefix", 8, text -> NameFormats.dns1035Label(NameFormats.asPrefix(text))))
            .put(entry("labelValue", 10, NameFormats::labelValue))
            .put(entry("uri", 276, NamedFormat::uri))
            .put(entry("uuid", 18, text -> unless(text.matches(UUID), "does not match the UUID format")))
            .put(entry("byte", 21, text -> unless(BASE64.matcher(text).matches(), "invalid base64")))
            .put(entry("date", 18, text -> unless(isDate(text), "invalid date")))
            .put(entry("datetime", 18, text -> unless(isDateTime(text), "invalid datetime")))
            .build();

    private final String name;
    private final int cost;
    private final Function<String, List<String>> rule;

    /** A format; matching ten characters with it costs so much. */
    private NamedFormat(String name, int cost, Function<String, List<String>> rule) {
        this.name = name;
        this.cost = cost;
        this.rule = rule;
    }

    private static Map.Entry<String, NamedFormat> entry(String name, int cost, Function<String, List<String>> rule) {
        return Map.entry(name, new NamedFormat(name, cost, rule));
    }

    /** What is wrong with a text, or nothing. */
    Optional<List<String>> problems(String text) {
        List<String> problems = rule.apply(text);
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
    }

    /** What matching ten characters costs; 1 for any other value. */
    static long costOf(@Nullable Object value) {
        return value instanceof NamedFormat known ? known.cost : 1;
    }

    private static List<String> unless(boolean fits, String problem) {
        return fits ? List.of() : List.of(problem);
    }

    private static List<String> uri(String text) {
        try {
            Url.parse(text);
            return List.of();
        } catch (CelFailure e) {
            return List.of(e.getMessage());
        }
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        try {
            return matcher.matches() && isDate(matcher.group(1)) && LocalTime.parse(matcher.group(2)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public NamedFormat value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.FORMAT;
    }

    @Override
    public String toString() {
        return name;
    }
}
