package io.tiphys.generator.tour;

import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;

// tour:site
/** What all of the facility's templates have in common. */
public final class Facility implements SiteSource {
    @Override
    public Site site() {
        return Site.defaults()
                .label("example.org/facility", "synchrotron")
                .annotationPrefix("workflows.example.org")
                .gpuToleration("nvidia.com/gpu", "", "NoSchedule")
                .storageClass("fast")
                .spec(s -> s.serviceAccountName("analysis"));
    }
}
// end
