package io.tiphys.generator.tour;

import static io.tiphys.generator.dsl.Dsl.*;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.argo.PodGC;
import io.tiphys.model.argo.S3Artifact;
import java.util.List;

/** Templates of other classes, artifacts of all kinds, and the typed model below the language. */
public final class Elsewhere implements TemplateSource {
    private final Input scan = input("scan");
    private final ContainerTemplate tool = container("tool").image("registry.example.org/tool:2.0");

    // tour:artifacts
    private final List<ArtifactInput> sources = List.of(
            artifact("raw", "/in/note.txt").from(Location.raw("a text")),
            artifact("page", "/in/page.html").from(Location.http("https://example.org/page.html")),
            artifact("code", "/in/code").from(Location.git("https://github.com/example/code.git", "v1.2")),
            artifact("scan", "/in/scan.nxs").from(Location.s3("scans/1.nxs")),
            artifact("old", "/in/old.nxs")
                    .from(Location.s3(S3Artifact.of().bucket("archive").key("1.nxs"))));
    private final ArtifactOutput result =
            artifactOutput("result", "/out/result.h5").unpacked().to(Location.gcs("results/1.h5"));
    // end

    @Override
    public Manifest define(Site site) {
        // tour:templateRef
        WorkflowManifest summary = (WorkflowManifest) new Summary().define(site);
        TemplateRef known = templateRef(summary);
        TemplateRef foreign = templateRef("facility-tools", "archive").clusterScope();
        Template main = steps("main", s -> {
            s.step("summary", known.with(scan, "latest"));
            s.step("archive", foreign.with(scan, "latest"));
        });
        // end
        // tour:model
        ContainerTemplate patient = tool.model(t -> t.pendingTimeout("2h").schedulerName("batch"));
        return site.workflow("tour-")
                .entrypoint(main)
                .template(patient.inputs(sources.toArray(TemplateInput[]::new)).outputs(result))
                .spec(s -> s.priority(5).podGC(PodGC.of().strategy("OnPodSuccess")));
        // end
    }
}
