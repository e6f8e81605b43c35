package uk.ac.eidf.gpuservice;

import static io.tiphys.generator.dsl.Dsl.container;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A pod to work in with {@code kubectl exec}, for a working day: it ends by itself and gives its place in the queue back. */
public enum Session implements TemplateSource {
    DATA("data-session-"),
    CODE("code-session-");

    private static final int SECONDS = 8 * 60 * 60;

    private final String name;

    Session(String name) {
        this.name = name;
    }

    @Override
    public Manifest define(Site site) {
        return Eidf.job(site, name, pod().command("sleep").args(SECONDS).deadline(SECONDS));
    }

    private ContainerTemplate pod() {
        return switch (this) {
            case DATA ->
                container("data-loader")
                        .image(Images.CURL)
                        .cpus(1)
                        .memory("1Gi")
                        .mount(DataVolume.mount());
            case CODE -> CodeRun.development().cpus(1).memory("4Gi").limit("memory", "8Gi");
        };
    }
}
