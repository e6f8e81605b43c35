package uk.ac.diamond.workflows.site;

import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;

/**
 * The defaults of all templates at Diamond. A science area extends it by a class of its own that says which group of
 * scientists it serves and where its sources are.
 */
public abstract class DiamondSite implements SiteSource {
    private final ScienceGroup group;
    private final String repository;

    /** @param repository the address of the area's sources, shown on the dashboard */
    protected DiamondSite(ScienceGroup group, String repository) {
        this.group = group;
        this.repository = repository;
    }

    @Override
    public final Site site() {
        return Site.defaults()
                .label(group.label(), "true")
                .annotation(Diamond.PREFIX + "/repository", repository)
                .annotation(Diamond.TYPE, TemplateType.STANDARD.text())
                .annotationPrefix(Diamond.PREFIX)
                .gpuToleration("nvidia.com/gpu", "", "NoSchedule")
                .gpuToleration("nodetype", "gpu", "NoSchedule")
                .storageClass("netapp");
    }
}
