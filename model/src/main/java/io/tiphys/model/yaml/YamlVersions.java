package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain scalars that Kubernetes, which reads YAML 1.1 in Go's way, takes for something else than a reader of YAML 1.2 (its
 * core schema) does.
 */
public final class YamlVersions {
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern BASED = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private YamlVersions() {}

    /** What Kubernetes reads, and what others read; nothing where they agree. */
    public static Optional<String> difference(String plain) {
        GoScalars.Type type = GoScalars.typeOf(plain);
        boolean same =
                switch (type) {
                    case NULL -> true;
                    case TEXT ->
                        !isNumberLike(plain)
                                || (!BASED.matcher(plain).matches()
                                        && !FLOAT.matcher(plain).matches());
                    case BOOLEAN -> BOOLEANS.contains(plain);
                    case INTEGER ->
                        BASED.matcher(plain).matches()
                                || (DECIMAL.matcher(plain).matches() && !isOctal(plain));
                    case FLOAT -> FLOAT.matcher(plain).matches();
                };
        if (same) {
            return Optional.empty();
        }
        JsonNode value = GoScalars.valueOf(plain);
        String other = isOctal(plain) && DECIMAL.matcher(plain).matches()
                ? "the number " + plain.replaceFirst("^([-+]?)0+(?=[0-9])", "$1")
                : "the text \"" + plain + "\"";
        return Optional.of("Kubernetes reads " + value + ", readers of YAML 1.2 read " + other);
    }

    /** What to write instead of a value that is read in two ways. */
    public static String remedy(String plain) {
        boolean text = GoScalars.typeOf(plain) == GoScalars.Type.TEXT;
        return text
                ? "Write \"" + plain + "\", in quotes."
                : "Write " + GoScalars.valueOf(plain) + "; or \"" + plain + "\" in quotes, if it is meant as text.";
    }

    private static boolean isNumberLike(String plain) {
        char first = plain.charAt(0);
        return first == '+' || first == '-' || first == '.' || (first >= '0' && first <= '9');
    }

    /** Digits behind a zero: eight is the base of YAML 1.1, ten that of 1.2. */
    private static boolean isOctal(String plain) {
        int start = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
        return plain.length() > start + 1
                && plain.charAt(start) == '0'
                && plain.substring(start).chars().anyMatch(c -> c > '0');
    }
}
