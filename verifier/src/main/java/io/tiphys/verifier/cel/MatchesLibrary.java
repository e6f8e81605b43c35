package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableSet;
import com.google.re2j.PatternSyntaxException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;

/** The function {@code matches}, which compiles an expression once and not at every call. */
final class MatchesLibrary implements CelRuntimeLibrary {
    private static final String NAME = "matches";

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.addFunctionBindings(CelFunctionBinding.fromOverloads(
                NAME,
                ImmutableSet.of(
                        CelFunctionBinding.from("matches", String.class, String.class, MatchesLibrary::matches),
                        CelFunctionBinding.from(
                                "matches_string", String.class, String.class, MatchesLibrary::matches))));
    }

    static Object matches(String text, String regex) {
        try {
            return Patterns.find(regex, text);
        } catch (PatternSyntaxException e) {
            throw new CelFailure(String.valueOf(e.getMessage()));
        }
    }
}
