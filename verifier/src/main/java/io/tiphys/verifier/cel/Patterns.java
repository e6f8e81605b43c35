package io.tiphys.verifier.cel;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled regular expressions, and where they were found: policies ask the same ones of every object, and often of the
 * same texts.
 */
final class Patterns {
    private static final int MOST = 1_000;
    private static final int LONGEST = 10_000;
    private static final int MOST_ANSWERS = 2_000;
    private static final int LONGEST_TEXT = 200;
    private static final Map<String, Patterns> KNOWN = new ConcurrentHashMap<>();

    private final Pattern pattern;
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    private Patterns(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Whether an expression is found in a text. Once many expressions or texts are known, further ones are compiled and
     * searched at each call.
     *
     * @throws com.google.re2j.PatternSyntaxException if it is none
     */
    static boolean find(String regex, String text) {
        return known(regex).find(text);
    }

    /** The compiled expression; the same. */
    static Pattern of(String regex) {
        return known(regex).pattern;
    }

    private static Patterns known(String regex) {
        Patterns known = KNOWN.get(regex);
        if (known != null) {
            return known;
        }
        Patterns compiled = new Patterns(Pattern.compile(regex));
        if (regex.length() <= LONGEST && KNOWN.size() < MOST) {
            KNOWN.put(regex, compiled);
        }
        return compiled;
    }

    private boolean find(String text) {
        Boolean known = answers.get(text);
        if (known != null) {
            return known;
        }
        boolean found = pattern.matcher(text).find();
        if (text.length() <= LONGEST_TEXT && answers.size() < MOST_ANSWERS) {
            answers.put(text, found);
        }
        return found;
    }
}
