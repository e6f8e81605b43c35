package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Reads a file of the tenant's bucket, for data that are too large to be artifacts. */
public final class SharedDataAccess implements TemplateSource {
    private final ContainerTemplate reader = GeoAnalytics.busybox("busybox-geoanalytics")
            .command("cat")
            .args("/mnt/vol/shared-data/read-test.txt")
            .mount(GeoAnalytics.sharedData().readOnly());

    @Override
    public Manifest define(Site site) {
        return GeoAnalytics.pipeline(site, "shared-data-access", 1)
                .title("Shared data")
                .entrypoint(steps("workflowsteps", s -> s.step("readit", reader)));
    }
}
