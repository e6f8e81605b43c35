package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ArtifactInput;
import io.tiphys.generator.dsl.ArtifactOutput;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A file from one step to another. */
public final class ArtifactPassing implements TemplateSource {
    private final ContainerTemplate shell = container("shell").image("busybox").command("sh", "-c");
    private final ArtifactOutput hello = artifactOutput("hello-art", "/tmp/hello_world.txt");
    private final ArtifactInput message = artifact("message", "/tmp/message");

    @Override
    public Manifest define(Site site) {
        var generate = shell.named("hello-world-to-file").args("sleep 1; echo hello world | tee /tmp/hello_world.txt");
        var print =
                shell.named("print-message-from-file").args("cat /tmp/message").inputs(message);
        return site.workflow("artifact-passing-").entrypoint(steps("artifact-example", s -> {
            var made = s.step("generate-artifact", generate.outputs(hello));
            s.step("consume-artifact", print.with(message, made.output(hello)));
        }));
    }
}
