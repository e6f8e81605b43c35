package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.counter;
import static io.tiphys.generator.dsl.Dsl.gauge;
import static io.tiphys.generator.dsl.Dsl.histogram;
import static io.tiphys.generator.dsl.Dsl.output;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.duration;
import static io.tiphys.generator.dsl.Variables.status;
import static io.tiphys.generator.dsl.Variables.workflowDuration;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Metric;
import io.tiphys.generator.dsl.OutputParameter;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.dsl.Value;

/** Numbers for Prometheus, of the workflow and of its templates. */
public final class CustomMetrics implements TemplateSource {
    private final OutputParameter random =
            output("rand-int-value", "/tmp/rand_int.txt").global("rand-int-value");
    private final Template randomInt = container("random-int")
            .image("busybox")
            .command("sh", "-c")
            .args("RAND_INT=$((1 + RANDOM % 10)); echo $RAND_INT; echo $RAND_INT > /tmp/rand_int.txt")
            .metrics(
                    histogram("random_int_step_histogram", random, 2.01, 4.01, 6.01, 8.01, 10.01)
                            .help("Value of the int emitted by random-int at step level")
                            .when(status().is("Succeeded")),
                    took("random-int", duration()));
    private final Template flakey = container("flakey")
            .image("python:alpine3.23")
            .command("python", "-c")
            .args("import random; import sys; exit_code = random.choice([0, 1, 1]); sys.exit(exit_code)")
            .metrics(counter("result_counter", 1)
                    .help("Count of step execution by result status")
                    .label("name", "flakey")
                    .label("status", status()));

    @Override
    public Manifest define(Site site) {
        return site.workflow("hello-world-")
                .label("workflows.argoproj.io/no-test", "flaky")
                .metrics(took("workflow", workflowDuration()))
                .entrypoint(steps("steps", s -> {
                            s.step("random-int", randomInt);
                            s.step("flakey", flakey);
                        })
                        .metrics(took("steps", duration())));
    }

    private static Metric took(String name, Value seconds) {
        return gauge("duration_gauge", seconds)
                .label("name", name)
                .help("Duration gauge by name")
                .realtime();
    }
}
