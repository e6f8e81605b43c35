package ca.geoanalytics.pipelines;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A run of {@link StepParallel}. */
public final class StepParallelRun implements TemplateSource {
    @Override
    public Manifest define(Site site) {
        return GeoAnalytics.run(site, new StepParallel().define(site));
    }
}
