package io.tiphys.verifier.lint.tag;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tags in the JSON of an object, as Argo looks for them: each runs from two opening braces to the next two closing ones,
 * across fields and over the braces of JSON itself.
 */
public final class JsonTags {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    /** Values of the workflow are put in, then those of inputs, and then the tags that are left are looked at. */
    private static final int PASSES = 3;

    private JsonTags() {}

    /**
     * Whether Argo finds closing braces for all opening ones.
     *
     * @param json the object as Argo writes it
     * @param known whether a variable has a value, which takes the place of its tag
     */
    public static boolean areClosed(String json, Predicate<String> known) {
        Optional<String> text = Optional.of(json);
        for (int i = 0; i < PASSES; i++) {
            text = text.flatMap(each -> filledIn(each, known));
        }
        return text.isPresent();
    }

    private static Optional<String> filledIn(String json, Predicate<String> known) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int open = json.indexOf(OPEN); open >= 0; open = json.indexOf(OPEN, at)) {
            int close = json.indexOf(CLOSE, open + OPEN.length());
            if (close < 0) {
                return Optional.empty();
            }
            result.append(json, at, open).append(value(json.substring(open + OPEN.length(), close), known));
            at = close + CLOSE.length();
        }
        return Optional.of(result.append(json.substring(at)).toString());
    }

    /** Of a tag in a tag, the inner one gets its value, and the outer one stays open. */
    private static String value(String content, Predicate<String> known) {
        if (known.test(content.strip())) {
            return "";
        }
        int inner = content.lastIndexOf(OPEN);
        return inner > 0 && known.test(content.substring(inner + OPEN.length()))
                ? OPEN + content.substring(0, inner)
                : OPEN + content + CLOSE;
    }
}
