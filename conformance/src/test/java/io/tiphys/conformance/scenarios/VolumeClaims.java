package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.claim;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** A folder on a claim that two steps share. */
public final class VolumeClaims implements TemplateSource {
    private final ContainerTemplate shell =
            container("shell").command("sh", "-c").mount(claim("workdir", "/mnt/vol", "1Gi"));
    private final Template generate = shell.named("hello-world-to-file")
            .image("busybox")
            .args("echo generating message in volume; echo hello world | tee /mnt/vol/hello_world.txt");
    private final Template print = shell.named("print-message-from-file")
            .image("alpine:3.23")
            .args("echo getting message from volume; find /mnt/vol; cat /mnt/vol/hello_world.txt");

    @Override
    public Manifest define(Site site) {
        return site.workflow("volumes-pvc-").entrypoint(steps("volumes-pvc-example", s -> {
            s.step("generate", generate);
            s.step("print", print);
        }));
    }
}
