package io.tiphys.generator.facility;

import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.Site;

/** A writable {@code /tmp} for containers whose root file system is read-only. */
public final class TmpVolume {
    private static final String NAME = "tmp";
    private static final String PATH = "/tmp";

    private TmpVolume() {}

    /** On the node's disk, as long as the pod lives, of at most this size: {@code emptyDir.sizeLimit}. */
    public static Mount emptyDir(Object sizeLimit) {
        return Dsl.emptyDir(NAME, PATH, sizeLimit);
    }

    /** On a claim made for each run, in the site's storage class: {@code volumeClaimTemplates[]}. */
    public static Mount claim(Site site, Object size) {
        return site.tmp(size);
    }
}
