package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** The smallest pipeline: one container, which several steps could use, and one step. */
public final class SingleStep implements TemplateSource {
    private final ContainerTemplate task = container("unique-container-name")
            .image(GeoAnalytics.IMAGE)
            .command("sh", "./entrypoint.sh")
            .cpus(1)
            .memory("1Gi");

    @Override
    public Manifest define(Site site) {
        return GeoAnalytics.pipeline(site, "single-step", 1)
                .title("Single step")
                .entrypoint(steps("name-of-step-template", s -> s.step("name-of-task-step", task)));
    }
}
