package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.resource;
import static io.tiphys.generator.dsl.Dsl.script;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.generator.dsl.ScriptTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A Python source and a container of an image, one before the other, in the same environment. */
public final class SourceAndContainer implements TemplateSource {
    private final ScriptTemplate source =
            task(script("source-task")).command("python").source(resource(getClass(), "some_func.py"));
    private final ContainerTemplate container =
            task(container("container-task")).command("/bin/bash", "-c", "python run.py");

    /** What both have in common. */
    private static <T extends PodTemplate<T>> T task(T template) {
        return template.image(GeoAnalytics.IMAGE)
                .env("SOME_ENV", "SOME_VAL")
                .env("TASKSAY", "Workflows Are Powerful!")
                .cpus(1)
                .memory("1Gi");
    }

    @Override
    public Manifest define(Site site) {
        return GeoAnalytics.pipeline(site, "source-and-container", 10)
                .title("Source and container")
                .entrypoint(dag("source-then-container", d -> {
                    var first = d.task("source-task", source);
                    d.task("container-task", container).after(first);
                }));
    }
}
