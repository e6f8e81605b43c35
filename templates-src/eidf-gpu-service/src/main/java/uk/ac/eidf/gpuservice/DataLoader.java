package uk.ac.eidf.gpuservice;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Downloads a data set to the claim without anybody waiting for it: as a Job, or as a template. */
public enum DataLoader implements TemplateSource {
    JOB,
    TEMPLATE;

    static final Input URL = input("url", "https://archive.ics.uci.edu/static/public/53/iris.zip");
    static final Input FILE = input("file", "iris.zip");

    static ContainerTemplate load() {
        return container("data-loader")
                .image(Images.CURL)
                .workingDir(DataVolume.PATH)
                .command("curl")
                .args("--fail", "--location", "--retry", "5", "--output", FILE, URL)
                .cpus(1)
                .memory("1Gi")
                .mount(DataVolume.mount());
    }

    @Override
    public Manifest define(Site site) {
        return this == JOB
                ? Eidf.job(site, "lightweight-job-", load())
                : site.workflowTemplate("data-loader")
                        .title("Load data")
                        .description("Downloads a data set to the project's claim.")
                        .entrypoint(load());
    }
}
