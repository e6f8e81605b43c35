package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ArtifactInput;
import io.tiphys.generator.dsl.ArtifactOutput;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** One step writes a file, the next reads it from another path. */
public final class ArtifactPassing implements TemplateSource {
    private final ArtifactOutput hello = artifactOutput("hellomessage", "/tmp/hello.txt");
    private final ArtifactInput read = artifact("inputmessage", "/tmp/artifact/hello.txt");
    private final ContainerTemplate creator = GeoAnalytics.busybox("creator")
            .command("/bin/sh", "-c")
            .args("echo 'Hello from Task1' > " + hello.path())
            .outputs(hello);
    private final ContainerTemplate reader =
            GeoAnalytics.busybox("reader").command("cat").args(read.path());

    @Override
    public Manifest define(Site site) {
        return GeoAnalytics.pipeline(site, "artifact-passing", 1)
                .title("Artifact passing")
                .entrypoint(steps("workflowsteps", s -> {
                    var created = s.step("createfile", creator);
                    s.step("readfile", reader).with(read, created.output(hello));
                }));
    }
}
