package io.tiphys.generator.tour;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;

import io.tiphys.generator.dsl.*;

/** What is said of retries, numbers, limits, ends. */
public final class Policies implements TemplateSource {
    private final Input scan = input("scan");
    private final ContainerTemplate tool = container("tool").image("registry.example.org/tool:2.0");

    @Override
    public Manifest define(Site site) {
        // tour:policies
        Template careful = tool.args(scan)
                .retry(Retry.times(3).backoff("30s").factor(2).policy(Retry.Policy.ON_ERROR))
                .metrics(gauge("took", duration()).help("Seconds"))
                .semaphore("limits", "gpu")
                .memoize("scan-" + scan, "24h", "results");
        // end
        // tour:waive
        Template plot =
                tool.named("plot").waive("SEC-06", "writes beside its code until 2.1", "ann@example.org", "2027-01-31");
        // end
        // tour:ends
        Template tell = tool.named("tell").args(workflowStatus());
        return site.cronWorkflow("nightly", "0 3 * * *")
                .timezone("Europe/London")
                .entrypoint(careful.with(scan, "latest"))
                .templateDefaults(t -> t.timeout("2h"))
                .hook("running", workflowStatus().is("Running"), tool.named("watch"))
                .template(plot)
                .onExit(tell);
        // end
    }
}
