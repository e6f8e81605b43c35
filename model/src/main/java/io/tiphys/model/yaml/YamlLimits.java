package io.tiphys.model.yaml;

/**
 * Bounds for text from outside.
 *
 * @param characters of one file
 * @param depth nesting of collections
 * @param nodes of one document after aliases are replaced
 */
public record YamlLimits(int characters, int depth, int nodes) {

    /**
     * Generous for manifests: etcd stores objects of at most 1.5 MiB, and Argo refuses workflows over 1 MiB.
     */
    public static final YamlLimits DEFAULT = new YamlLimits(16 << 20, 100, 500_000);
}
