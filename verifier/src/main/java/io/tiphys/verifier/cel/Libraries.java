package io.tiphys.verifier.cel;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.ArrayList;
import java.util.List;

/**
 * Which libraries a version has. A server takes a library in a new policy one minor version after its code first knew
 * it, so that all servers of a cluster can read what one of them has stored; the versions here are those of new
 * policies.
 */
final class Libraries {
    private Libraries() {}

    /** Kubernetes' own. */
    static List<CelLibrary> own(KubernetesVersion version) {
        boolean semver = version.minor() >= 34;
        List<CelLibrary> libraries = new ArrayList<>(List.of(
                new QuantityLibrary(),
                new OrderLibrary(semver),
                new RegexLibrary(),
                new ListLibrary(),
                new IndexLibrary(),
                new OptionalListLibrary(),
                new FormatLibrary(),
                new UrlLibrary(),
                new AuthorizerLibrary(),
                new DoubleLibrary(),
                new TimeLibrary(),
                new TextLibrary(version.minor() >= 31 ? List.of(Types.IP, Types.CIDR) : List.of())));
        if (version.minor() >= 31) {
            libraries.add(new NetworkLibrary());
        }
        if (version.minor() >= 32) {
            libraries.add(new NamedFormatLibrary());
        }
        if (semver) {
            libraries.add(new SemverLibrary());
        }
        if (version.minor() >= 35) {
            libraries.add(new SortLibrary());
        }
        return libraries;
    }

    /** Those that dev.cel has. */
    static List<CelCompilerLibrary> shared(KubernetesVersion version, CelOptions options) {
        List<CelCompilerLibrary> libraries = new ArrayList<>(List.of(
                CelExtensions.optional(),
                CelExtensions.sets(options),
                CelExtensions.strings(
                        Function.CHAR_AT,
                        Function.LOWER_ASCII,
                        Function.QUOTE,
                        Function.REPLACE,
                        Function.SPLIT,
                        Function.SUBSTRING,
                        Function.TRIM,
                        Function.UPPER_ASCII)));
        if (version.minor() >= 33) {
            libraries.add(CelExtensions.comprehensions());
        }
        if (version.minor() >= 35) {
            libraries.add(CelExtensions.lists(
                    CelListsExtensions.Function.SLICE,
                    CelListsExtensions.Function.FLATTEN,
                    CelListsExtensions.Function.RANGE,
                    CelListsExtensions.Function.DISTINCT,
                    CelListsExtensions.Function.REVERSE));
        }
        return libraries;
    }

    /** The runtime halves of all. */
    static List<CelRuntimeLibrary> runtime(KubernetesVersion version, CelOptions options) {
        List<CelRuntimeLibrary> libraries = new ArrayList<>(own(version));
        shared(version, options).forEach(library -> libraries.add((CelRuntimeLibrary) library));
        libraries.add(new PlusLibrary(options));
        libraries.add(new MatchesLibrary());
        return libraries;
    }
}
