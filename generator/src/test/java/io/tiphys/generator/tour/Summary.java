package io.tiphys.generator.tour;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;

import io.tiphys.generator.dsl.*;

/** The first class of the tour. */
// tour:first
public final class Summary implements TemplateSource {
    private final Input scan = input("scan");
    private final Input cpus = input("cpus", 2);

    @Override
    public Manifest define(Site site) {
        return site.clusterWorkflowTemplate("scan-summary")
                .title("Summary of a scan")
                .entrypoint(container("sum")
                        .image("registry.example.org/sum:1.4")
                        .args("--scan=" + scan, "--threads", cpus)
                        .cpus(cpus)
                        .memory("4Gi"));
    }
}
// end
