package uk.ac.eidf.gpuservice;

import static io.tiphys.generator.dsl.Dsl.existingClaim;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** The claim for what goes in, what comes out, and some room to work. Argo CD never deletes it: it holds the data. */
public final class DataVolume implements TemplateSource {
    /** Where every container sees it. */
    static final String PATH = "/mnt/ceph";

    private static final String CLAIM = "template-workflow-pvc";

    /** The claim in a container. */
    static Mount mount() {
        return existingClaim("volume", CLAIM, PATH);
    }

    @Override
    public Manifest define(Site site) {
        return Manifest.of(new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(CLAIM)
                .addToAnnotations("argocd.argoproj.io/sync-options", "Prune=false,Delete=false")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName("csi-rbd-sc")
                .withNewResources()
                .addToRequests("storage", new Quantity("200Gi"))
                .endResources()
                .endSpec()
                .build());
    }
}
