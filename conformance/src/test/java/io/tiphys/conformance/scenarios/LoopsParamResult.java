package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.item;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** A loop over what a step printed. */
public final class LoopsParamResult implements TemplateSource {
    private final Input seconds = input("seconds");
    private final Template generate = script("gen-number-list")
            .image("python:alpine3.23")
            .command("python")
            .source("""
            import json
            import sys
            json.dump([i for i in range(20, 31)], sys.stdout)
            """);
    private final Template sleep = container("sleep-n-sec")
            .image("alpine:3.23")
            .command("sh", "-c")
            .args("echo sleeping for " + seconds + " seconds; sleep " + seconds + "; echo done");

    @Override
    public Manifest define(Site site) {
        return site.workflow("loops-param-result-")
                .label("workflows.argoproj.io/no-test", "duration")
                .entrypoint(steps("loop-param-result-example", s -> {
                    var numbers = s.step("generate", generate);
                    s.step("sleep", sleep).with(seconds, item()).forEach(numbers.result());
                }));
    }
}
