package io.tiphys.verifier.load;

import io.tiphys.model.schema.ApiSchema;
import java.util.Comparator;
import java.util.Optional;

/** Which kinds of objects can be judged. */
public final class Kinds {
    private static final int SLIP = 3;

    private Kinds() {}

    /** Whether the schema has the object's kind; the others are skipped. */
    public static boolean isKnown(Manifest manifest) {
        return isKnown(manifest.apiVersion(), manifest.kind());
    }

    /** The same, of an object that is not at hand. */
    public static boolean isKnown(String apiVersion, String kind) {
        return ApiSchema.get().kind(apiVersion, kind).isPresent();
    }

    /** The line to add to an object without kind or apiVersion. */
    static String missing(Manifest manifest, boolean hasVersion, boolean hasKind) {
        String version = ApiSchema.get().kinds().stream()
                .filter(known -> hasKind && known.endsWith("/" + manifest.kind()))
                .map(known -> known.substring(0, known.lastIndexOf('/')))
                .min(Comparator.naturalOrder())
                .orElse("argoproj.io/v1alpha1");
        return hasVersion
                ? "Add kind, such as kind: WorkflowTemplate."
                : hasKind
                        ? "Add apiVersion: " + version + "."
                        : "Add both, such as apiVersion: argoproj.io/v1alpha1 and kind: WorkflowTemplate.";
    }

    /** The known kind, as {@code apiVersion/kind}, that an unknown one is a slip of. */
    static Optional<String> slipOf(String apiVersion, String kind) {
        return ApiSchema.get().kinds().stream()
                .filter(known -> sameGroup(known, apiVersion, kind) || distance(known, apiVersion, kind) <= SLIP)
                .min(Comparator.<String>comparingInt(known -> distance(known, apiVersion, kind))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A version that the group of the kind does not have. */
    private static boolean sameGroup(String known, String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash > 0 && known.startsWith(apiVersion.substring(0, slash + 1)) && known.endsWith("/" + kind);
    }

    /** A wrong letter in a short word makes another word ({@code Pod}, {@code Role}), so those must be right. */
    private static int distance(String known, String apiVersion, String kind) {
        int slash = known.lastIndexOf('/');
        String knownKind = known.substring(slash + 1);
        int ofKind = Nearest.distance(kind, knownKind);
        int ofVersion = Nearest.distance(apiVersion, known.substring(0, slash));
        boolean tooFar = ofKind > Math.min(2, knownKind.length() / 4) || (ofVersion > 0 && apiVersion.length() < 4);
        return tooFar ? Integer.MAX_VALUE : ofKind + ofVersion;
    }
}
