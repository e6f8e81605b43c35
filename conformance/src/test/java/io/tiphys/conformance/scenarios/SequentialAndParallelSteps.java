package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** Steps one after the other, and two at once. */
public final class SequentialAndParallelSteps implements TemplateSource {
    private final Input message = input("message");
    private final Template print =
            container("print-message").image("busybox").command("echo").args(message);

    @Override
    public Manifest define(Site site) {
        return site.workflow("steps-").entrypoint(steps("hello-hello-hello", s -> {
            s.step("hello1", print.with(message, "hello1"));
            s.parallel(p -> {
                p.step("hello2a", print.with(message, "hello2a"));
                p.step("hello2b", print.with(message, "hello2b"));
            });
        }));
    }
}
