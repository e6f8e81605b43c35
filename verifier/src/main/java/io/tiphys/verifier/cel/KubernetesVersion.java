package io.tiphys.verifier.cel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes 1: which functions a new policy may use.
 *
 * @param minor the minor version, 30 … 35
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {
    private static final Pattern TEXT = Pattern.compile("1\\.(\\d{1,3})");

    /** The oldest known version. */
    public static final KubernetesVersion OLDEST = new KubernetesVersion(30);

    /** The newest known version, and the default. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(35);

    public KubernetesVersion {
        if (minor < 30 || minor > 35) {
            throw new IllegalArgumentException("Kubernetes 1." + minor + " is not known; known are 1.30 to 1.35");
        }
    }

    /**
     * Reads {@code 1.35}.
     *
     * @throws IllegalArgumentException if the text is no known version
     */
    public static KubernetesVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no Kubernetes version; write one of 1.30 to 1.35");
        }
        return new KubernetesVersion(Integer.parseInt(matcher.group(1)));
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}
