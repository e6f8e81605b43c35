package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static io.tiphys.verifier.cel.Types.SEMVER;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Optional;

/** Semantic versions: {@code semver('1.2.3').major()}. */
final class SemverLibrary extends CelLibrary {
    SemverLibrary() {
        super(List.of(
                new CelFunction("semver", args -> parse("semver", args)
                                .orElseThrow(() -> new CelFailure("No Major.Minor.Patch elements found")))
                        .global(SEMVER, STRING)
                        .global(SEMVER, STRING, BOOL),
                new CelFunction("isSemver", args -> parse("isSemver", args).isPresent())
                        .global(BOOL, STRING)
                        .global(BOOL, STRING, BOOL),
                new CelFunction("major", args -> semver("major", args[0]).major()).member(INT, SEMVER),
                new CelFunction("minor", args -> semver("minor", args[0]).minor()).member(INT, SEMVER),
                new CelFunction("patch", args -> semver("patch", args[0]).patch()).member(INT, SEMVER)));
    }

    @Override
    List<CelType> types() {
        return List.of(SEMVER);
    }

    private static Optional<Semver> parse(String function, Object... args) {
        if (args[0] instanceof String text) {
            if (args.length == 1) {
                return Semver.parse(text, false);
            }
            if (args[1] instanceof Boolean normalize) {
                return Semver.parse(text, normalize);
            }
        }
        throw CelFailure.noSuchOverload(function, args);
    }

    private static Semver semver(String function, Object value) {
        if (value instanceof Semver semver) {
            return semver;
        }
        throw CelFailure.noSuchOverload(function, value);
    }
}
