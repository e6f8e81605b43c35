package io.tiphys.verifier.load;

/**
 * Bounds for sources from outside.
 *
 * @param files most files of one source
 * @param bytes largest file that is read
 * @param depth most folders inside each other
 */
public record LoadLimits(int files, long bytes, int depth) {

    /** Generous for a repository of manifests. */
    public static final LoadLimits DEFAULT = new LoadLimits(100_000, 16L << 20, 64);
}
