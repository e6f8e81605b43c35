package io.tiphys.verifier.cel;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled regular expressions: policies ask the same ones of every object. */
final class Patterns {
    private static final int MOST = 1_000;
    private static final int LONGEST = 10_000;
    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private Patterns() {}

    /**
     * The compiled expression; once there are many, further ones are compiled at each call.
     *
     * @throws com.google.re2j.PatternSyntaxException if it is none
     */
    static Pattern of(String regex) {
        Pattern known = KNOWN.get(regex);
        if (known != null) {
            return known;
        }
        Pattern compiled = Pattern.compile(regex);
        if (regex.length() <= LONGEST && KNOWN.size() < MOST) {
            KNOWN.put(regex, compiled);
        }
        return compiled;
    }
}
