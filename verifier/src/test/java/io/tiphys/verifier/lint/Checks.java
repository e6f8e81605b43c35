package io.tiphys.verifier.lint;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.kubernetes.KubernetesCheck;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.ArrayList;
import java.util.List;

/** Judges a text as if it were a file. */
public final class Checks {
    private Checks() {}

    public static List<Finding> of(String text) {
        return of(text, SchemaSettings.DEFAULT);
    }

    public static List<Finding> of(String text, SchemaSettings settings) {
        Loaded loaded = new Loader().parse("example.yaml", text, true, SourceIndex.EMPTY);
        ManifestCheck check = new ManifestCheck(settings, Registry.of(loaded.manifests()));
        List<Finding> findings = new ArrayList<>(loaded.findings());
        for (Manifest manifest : loaded.manifests()) {
            findings.addAll(check.check(manifest, KubernetesCheck.check(manifest)));
        }
        findings.sort(Finding.ORDER);
        return findings;
    }
}
