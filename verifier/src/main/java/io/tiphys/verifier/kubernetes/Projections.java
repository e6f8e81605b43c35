package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes that are put together from several sources. */
final class Projections {
    private static final List<String> SOURCES = List.of("configMap", "downwardAPI", "secret", "serviceAccountToken");
    private static final int LARGEST_MODE = 511;

    private Projections() {}

    static void check(Node source, Problems problems) {
        problems.range(source, "defaultMode", 0, LARGEST_MODE);
        Set<String> paths = new HashSet<>();
        for (Node part : source.items("sources")) {
            List<String> present = SOURCES.stream().filter(part::has).toList();
            for (String more : present.stream().skip(1).toList()) {
                problems.add(
                        KubernetesRules.VOLUME,
                        part.get(more),
                        "the source has " + present.get(0) + " and " + more + "; only one is allowed");
            }
            for (String named : List.of("secret", "configMap")) {
                if (part.has(named)) {
                    problems.required(part.get(named), "name");
                    Volumes.files(part.get(named), problems);
                }
            }
            Volumes.downward(part.get("downwardAPI"), problems);
            if (part.has("serviceAccountToken")) {
                Node token = part.get("serviceAccountToken");
                if (problems.required(token, "path")) {
                    Volumes.path(token, "path", problems);
                }
                problems.range(token, "expirationSeconds", 600, 1L << 32);
            }
            for (String files : List.of("secret", "configMap", "downwardAPI")) {
                part.get(files).items("items").forEach(item -> once(item, paths, problems));
            }
        }
    }

    private static void once(Node item, Set<String> paths, Problems problems) {
        if (item.hasContent("path") && !paths.add(item.text("path"))) {
            problems.add(
                    KubernetesRules.VOLUME,
                    item.get("path"),
                    "another item of the volume has the path \"" + item.text("path") + "\" too");
        }
    }
}
