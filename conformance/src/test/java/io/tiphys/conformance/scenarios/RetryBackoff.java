package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Retry;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Tries again, each time after a longer wait. */
public final class RetryBackoff implements TemplateSource {
    @Override
    public Manifest define(Site site) {
        return site.workflow("retry-backoff-")
                .label("workflows.argoproj.io/no-test", "duration")
                .entrypoint(container("retry-backoff")
                        .image("python:alpine3.23")
                        .command("python", "-c")
                        .args("import random; import sys; exit_code = random.choice([0, 1, 1]); sys.exit(exit_code)")
                        .retry(Retry.times(10)
                                .backoff(1)
                                .factor(2)
                                .maxDuration("1m")
                                .cap(5)));
    }
}
