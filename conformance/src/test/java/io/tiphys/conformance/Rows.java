package io.tiphys.conformance;

import io.tiphys.model.finding.RealProgram;
import java.util.ArrayList;
import java.util.List;

/** All rows, in the order of the table. */
final class Rows {
    private Rows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>(List.of(
                new LintCases(),
                new LintExamples(),
                new Mutants("lint/mutants", RealProgram.ARGO_LINT),
                new Mutants("crd/mutants", RealProgram.API_SERVER),
                new ApiFields(),
                new KubernetesFields(),
                new RoundTrip(),
                new ApiServer("crd/argo-full", "full"),
                new ApiServer("crd/argo-minimal", "minimal"),
                new ApiServer("crd/native", ""),
                new YamlDecoding(),
                new Pods(),
                new PodErrors()));
        rows.addAll(LanguageRows.all());
        rows.addAll(Merges.all());
        rows.addAll(Languages.all());
        rows.add(new Cel());
        rows.add(new Admission());
        rows.add(new Defaulted());
        return List.copyOf(rows);
    }
}
