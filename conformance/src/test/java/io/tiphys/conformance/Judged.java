package io.tiphys.conformance;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.kubernetes.KubernetesCheck;
import io.tiphys.verifier.lint.Linter;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaCheck;
import io.tiphys.verifier.schema.SchemaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we say of one file: loading, schema and lint, without policies. */
record Judged(List<Finding> findings) {

    /**
     * Judges a file.
     *
     * @param context further texts that may be referred to, by file
     */
    static Judged of(SchemaSettings settings, String file, String text, Map<String, String> context) {
        List<Manifest> others = new ArrayList<>();
        context.forEach((name, content) -> others.addAll(
                new Loader().parse(name, content, false, SourceIndex.EMPTY).manifests()));
        return of(settings, file, text, others);
    }

    /** The same, with the context loaded before. */
    static Judged of(SchemaSettings settings, String file, String text, List<Manifest> context) {
        Loaded loaded = new Loader().parse(file, text, true, SourceIndex.EMPTY);
        List<Manifest> all = new ArrayList<>(loaded.manifests());
        all.addAll(context);
        Linter linter = new Linter(settings, Registry.of(all));
        SchemaCheck schema = new SchemaCheck(settings);
        List<Finding> findings = new ArrayList<>(loaded.findings());
        for (Manifest manifest : loaded.manifests()) {
            findings.addAll(schema.check(manifest));
            findings.addAll(linter.check(manifest));
            findings.addAll(KubernetesCheck.check(manifest));
        }
        return new Judged(findings);
    }

    /** The first finding for which a real program would refuse the file. */
    Optional<Finding> refusal(RealProgram program) {
        return findings.stream()
                .filter(finding -> finding.refusedBy().contains(program))
                .findFirst();
    }

    /** The same, for one document of the file. */
    Optional<Finding> refusal(RealProgram program, int document) {
        return findings.stream()
                .filter(finding -> finding.refusedBy().contains(program))
                .filter(finding -> finding.place().document() == document)
                .findFirst();
    }

    /** {@code real invalid (message), ours valid}, or nothing where both agree. */
    static Optional<String> difference(boolean real, String message, Optional<Finding> ours) {
        if (real == ours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                real
                        ? "real valid, ours invalid ("
                                + ours.get().rule() + " "
                                + ours.get().place().pointer() + ": "
                                + ours.get().message() + ")"
                        : "real invalid (" + message + "), ours valid");
    }
}
