package io.tiphys.verifier.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Kubernetes asks of names, labels and keys, in its words. */
public final class NameFormats {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String VALUE = "(" + QUALIFIED + ")?";

    private static final Form DNS_1123_LABEL = new Form(
            LABEL,
            63,
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end"
                    + " with an alphanumeric character",
            List.of("my-name", "123-abc"));
    private static final Form DNS_1123_SUBDOMAIN = new Form(
            SUBDOMAIN,
            253,
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start"
                    + " and end with an alphanumeric character",
            List.of("example.com"));
    private static final Form DNS_1035_LABEL = new Form(
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            63,
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                    + " character, and end with an alphanumeric character",
            List.of("my-name", "abc-123"));
    private static final Form QUALIFIED_NAME = new Form(
            QUALIFIED,
            63,
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character",
            List.of("MyName", "my.name", "123-abc"));
    private static final Form LABEL_VALUE = new Form(
            VALUE,
            63,
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start"
                    + " and end with an alphanumeric character",
            List.of("MyValue", "my_value", "12345"));

    private NameFormats() {}

    /** A pattern with a length in bytes. */
    private record Form(Pattern pattern, int most, String refusal, List<String> examples) {
        Form(String pattern, int most, String refusal, List<String> examples) {
            this(Pattern.compile(pattern), most, refusal, examples);
        }

        List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > most) {
                problems.add("must be no more than " + most + " bytes");
            }
            if (!matches(text)) {
                problems.add(message());
            }
            return problems;
        }

        /** Texts that are longer than any name are not searched. */
        boolean matches(String text) {
            return text.length() <= 4 * most && pattern.matcher(text).matches();
        }

        String message() {
            return refusal + " (e.g. '" + String.join("',  or '", examples) + "', regex used for validation is '"
                    + pattern + "')";
        }
    }

    /** What is wrong with a name of lower-case letters, digits and hyphens. */
    public static List<String> dns1123Label(String text) {
        return !DNS_1123_LABEL.matches(text) && DNS_1123_SUBDOMAIN.matches(text)
                ? List.of("must not contain dots")
                : DNS_1123_LABEL.problems(text);
    }

    /** What is wrong with such names joined by dots. */
    public static List<String> dns1123Subdomain(String text) {
        return DNS_1123_SUBDOMAIN.problems(text);
    }

    /** What is wrong with a name that does not begin with a digit. */
    public static List<String> dns1035Label(String text) {
        return DNS_1035_LABEL.problems(text);
    }

    /** What is wrong with the value of a label. */
    public static List<String> labelValue(String text) {
        return LABEL_VALUE.problems(text);
    }

    /** What is wrong with a name, or a name after a subdomain and a slash: the key of a label or annotation. */
    public static List<String> qualifiedName(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2) {
            return List.of("a valid label key " + QUALIFIED_NAME.message()
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> problems = new ArrayList<>();
        if (parts.length == 2) {
            problems.addAll(
                    parts[0].isEmpty()
                            ? List.of("prefix part must be non-empty")
                            : prefixed("prefix part ", dns1123Subdomain(parts[0])));
        }
        String name = parts[parts.length - 1];
        problems.addAll(
                name.isEmpty()
                        ? List.of("name part must be non-empty")
                        : prefixed("name part ", QUALIFIED_NAME.problems(name)));
        return problems;
    }

    private static List<String> prefixed(String prefix, List<String> problems) {
        return problems.stream().map(problem -> prefix + problem).toList();
    }

    /** As a prefix of generated names: a dash may end it. */
    public static String asPrefix(String text) {
        return text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 2) + "a" : text;
    }
}
