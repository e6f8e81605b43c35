package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.dsl.WorkflowManifest;

/** Runs A, then B and C at the same time: one container, three messages. */
public final class StepParallel implements TemplateSource {
    private final Input message = input("message");
    private final ContainerTemplate say =
            GeoAnalytics.busybox("whalesay-geoanalytics").command("echo").args(message);

    @Override
    public WorkflowManifest define(Site site) {
        return GeoAnalytics.pipeline(site, "step-parallel", 2)
                .title("Steps in parallel")
                .entrypoint(steps("workflowsteps", s -> {
                    s.step("A", say).with(message, "Hi!");
                    s.parallel(p -> {
                        p.step("B", say).with(message, "Hello!");
                        p.step("C", say).with(message, "General Kenobi!");
                    });
                }));
    }
}
