package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Search with regular expressions: {@code find}, {@code findAll}. RE2's, so time is linear in the text. */
final class RegexLibrary extends CelLibrary {
    RegexLibrary() {
        super(List.of(
                new CelFunction("find", RegexLibrary::find).member(STRING, STRING, STRING),
                new CelFunction("findAll", RegexLibrary::findAll)
                        .member(Types.list(STRING), STRING, STRING)
                        .member(Types.list(STRING), STRING, STRING, INT)));
    }

    private static Object find(Object[] args) {
        Matcher matcher = matcher("find", args);
        return matcher.find() ? matcher.group() : "";
    }

    private static Object findAll(Object[] args) {
        Matcher matcher = matcher("findAll", args);
        long most = Long.MAX_VALUE;
        if (args.length == 3) {
            if (!(args[2] instanceof Long limit)) {
                throw CelFailure.noSuchOverload("findAll", args);
            }
            most = limit < 0 ? Long.MAX_VALUE : limit;
        }
        List<String> found = new ArrayList<>();
        while (found.size() < most && matcher.find()) {
            found.add(matcher.group());
        }
        return List.copyOf(found);
    }

    private static Matcher matcher(String function, Object... args) {
        if (!(args[0] instanceof String text) || !(args[1] instanceof String pattern)) {
            throw CelFailure.noSuchOverload(function, args);
        }
        try {
            return Patterns.of(pattern).matcher(text);
        } catch (PatternSyntaxException e) {
            throw new CelFailure(String.valueOf(e.getMessage()));
        }
    }
}
