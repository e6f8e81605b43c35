package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.http;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Step;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** What runs while a step runs and when it has succeeded. */
public final class LifecycleHooks implements TemplateSource {
    private static final String URL =
            "https://raw.githubusercontent.com/argoproj/argo-workflows/4e450e250168e6b4d51a126b784e90b11a0162bc/pkg/apis/workflow/v1alpha1/generated.swagger.json";
    private final Template echo =
            container("echo").image("alpine:3.23").command("sh", "-c").args("echo \"it was heads\"");
    private final Template http = http("http", URL);

    @Override
    public Manifest define(Site site) {
        return site.workflow("lifecycle-hook-tmpl-level-").entrypoint(steps("main", s -> {
            hooked(s.step("step-1", echo));
            hooked(s.step("step2", echo));
        }));
    }

    private void hooked(Step step) {
        step.hook("running", step.status().is("Running"), http);
        step.hook("success", step.status().is("Succeeded"), http);
    }
}
