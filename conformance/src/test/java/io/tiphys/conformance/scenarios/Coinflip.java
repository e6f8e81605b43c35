package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** A branch on what a step printed. */
public final class Coinflip implements TemplateSource {
    private final Template flipCoin =
            script("flip-coin").image("python:alpine3.23").command("python").source("""
            import random
            result = "heads" if random.randint(0,1) == 0 else "tails"
            print(result)
            """);
    private final ContainerTemplate shell = container("shell").image("busybox").command("sh", "-c");

    @Override
    public Manifest define(Site site) {
        return site.workflow("coinflip-")
                .description("This is an example of coin flip defined as a sequence of conditional steps.\\\n")
                .entrypoint(steps("coinflip", s -> {
                    var flip = s.step("flip-coin", flipCoin);
                    s.parallel(p -> {
                        p.step("heads", was("heads")).when(flip.result().is("heads"));
                        p.step("tails", was("tails")).when(flip.result().is("tails"));
                    });
                }));
    }

    private Template was(String side) {
        return shell.named(side).args("echo \"it was " + side + "\"");
    }
}
