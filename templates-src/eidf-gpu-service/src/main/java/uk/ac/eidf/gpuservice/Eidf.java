package uk.ac.eidf.gpuservice;

import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;
import io.tiphys.generator.facility.BatchJob;
import io.tiphys.model.argo.Metadata;
import io.tiphys.model.argo.TTLStrategy;
import java.util.Map;

/** What all work of a project on the EIDF GPU Service has in common. */
public final class Eidf implements SiteSource {
    private static final String NAMESPACE = "eidf001ns";
    private static final Map<String, String> QUEUE = Map.of("kueue.x-k8s.io/queue-name", NAMESPACE + "-user-queue");
    private static final int KEPT_SECONDS = 1800;
    private static final long USER = 1001;

    /** The pods of a workflow go to the project's queue, run as the user of the RAPIDS images, and are removed after a while. */
    @Override
    public Site site() {
        return Site.defaults().spec(spec -> spec.podMetadata(Metadata.of().labels(QUEUE))
                .ttlStrategy(TTLStrategy.of().secondsAfterCompletion(KEPT_SECONDS))
                .securityContext(new PodSecurityContextBuilder()
                        .withRunAsNonRoot(true)
                        .withRunAsUser(USER)
                        .withFsGroup(USER)
                        .build()));
    }

    /**
     * A Job of one pod in the project's queue, tried twice, and removed after a while. It is for {@code kubectl create}: Argo CD
     * leaves it alone, or it would start at each sync.
     */
    static Manifest job(Site site, String name, ContainerTemplate container) {
        return Manifest.of(BatchJob.of(site, name, container)
                .editMetadata()
                .addToLabels(QUEUE)
                .addToAnnotations("argocd.argoproj.io/hook", "Skip")
                .endMetadata()
                .editSpec()
                .withCompletions(1)
                .withParallelism(1)
                .withBackoffLimit(1)
                .withTtlSecondsAfterFinished(KEPT_SECONDS)
                .endSpec()
                .build());
    }
}
