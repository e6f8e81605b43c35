package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.item;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** Only so many at once as a ConfigMap says. */
public final class Synchronization implements TemplateSource {
    private final Input seconds = input("seconds");
    private final Template lock = container("acquire-lock")
            .image("alpine:3.23")
            .command("sh", "-c")
            .args("sleep 10; echo acquired lock")
            .inputs(seconds)
            .semaphore("my-config", "template");

    @Override
    public Manifest define(Site site) {
        return site.workflow("synchronization-tmpl-level-")
                .label("workflows.argoproj.io/no-test", "environment")
                .entrypoint(
                        steps("synchronization-tmpl-level-example", s -> s.step("synchronization-acquire-lock", lock)
                                .with(seconds, item())
                                .forEachJson("[\"1\",\"2\",\"3\",\"4\",\"5\"]")));
    }
}
