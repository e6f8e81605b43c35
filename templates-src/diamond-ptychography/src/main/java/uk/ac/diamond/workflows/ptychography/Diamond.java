package uk.ac.diamond.workflows.ptychography;

import static io.tiphys.generator.dsl.Dsl.hostDirectory;
import static io.tiphys.generator.dsl.Dsl.parameter;

import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;

/** What every template at Diamond Light Source has in common. */
public final class Diamond implements SiteSource {
    static final String PREFIX = "workflows.diamond.ac.uk";

    @Override
    public Site site() {
        return Site.defaults()
                .label(PREFIX + "/science-group-imaging", "true")
                .annotation(PREFIX + "/repository", "https://github.com/DiamondLightSource/imaging-workflows")
                .annotation(PREFIX + "/type", "standard")
                .annotationPrefix(PREFIX)
                .gpuToleration("nvidia.com/gpu", "", "NoSchedule")
                .gpuToleration("nodetype", "gpu", "NoSchedule")
                .storageClass("netapp");
    }

    /** The visit's folder below {@code /dls}, at its own path; which visit, the platform's ConfigMap says. */
    static Mount sessionDirectory() {
        return hostDirectory("session", parameter("visitdir").fromConfigMap("sessionspaces", "data_directory"));
    }
}
