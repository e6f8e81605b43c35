package ca.geoanalytics.pipelines;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.existingClaim;

import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.generator.facility.ImageName;

/** The configuration that all pipelines share: namespace, registry, images, shared data. */
public final class GeoAnalytics implements SiteSource {
    /** The image of the project's own code. */
    static final ImageName IMAGE = ImageName.of("registry.eo4ph.geoanalytics.ca", "project-name/image-name")
            .tag("0.1.0");

    private static final ImageName BUSYBOX =
            ImageName.of("docker.io", "library/busybox").tag("1.36.0");
    private static final String NAMESPACE = "geoanalytics-pipelines";
    private static final long USER = 1000;

    @Override
    public Site site() {
        return Site.defaults()
                .spec(spec -> spec.securityContext(new PodSecurityContextBuilder()
                        .withRunAsNonRoot(true)
                        .withRunAsUser(USER)
                        .withFsGroup(USER)
                        .build()));
    }

    /** A new pipeline in the namespace of the project, with so many pods at once. */
    static WorkflowManifest pipeline(Site site, String name, int parallelism) {
        return site.workflowTemplate(name).namespace(NAMESPACE).parallelism(parallelism);
    }

    /** A run of a pipeline, for {@code kubectl create}: Argo CD leaves it alone, or it would start at each sync. */
    static WorkflowManifest run(Site site, WorkflowManifest pipeline) {
        return site.workflow(pipeline.name() + "-")
                .namespace(NAMESPACE)
                .annotation("argocd.argoproj.io/hook", "Skip")
                .workflowTemplateRef(pipeline);
    }

    /** A small container of standard tools. */
    static ContainerTemplate busybox(String name) {
        return container(name).image(BUSYBOX).cpus("100m").memory("64Mi");
    }

    /** The bucket that all members of the tenant share. */
    static Mount sharedData() {
        return existingClaim("shared-data", "shared-data", "/mnt/vol/shared-data");
    }
}
