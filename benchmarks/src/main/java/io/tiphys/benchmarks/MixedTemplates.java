package io.tiphys.benchmarks;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.item;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ScriptTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Step;
import io.tiphys.generator.dsl.Task;
import io.tiphys.generator.dsl.Template;

/** Templates of the mixed kind, 80 to 120 lines of YAML each: half one container, a quarter dags, a quarter steps. */
public final class MixedTemplates {
    private MixedTemplates() {}

    /** The template of a number; another number is another template. */
    public static Manifest define(int number) {
        return switch (number % 4) {
            case 0, 1 -> one(number);
            case 2 -> graph(number);
            default -> scripts(number);
        };
    }

    private static Manifest one(int number) {
        ContainerTemplate run = container("run")
                .image("registry.example.org/run:1." + number)
                .command("run")
                .cpus(2)
                .memory("4Gi")
                .retry(3)
                .mount(emptyDir("tmp", "/tmp", "1Gi"));
        for (int at = 0; at < 9; at++) {
            Input parameter = input("p" + at, number).description("Parameter " + at);
            run = run.addArgs("--p" + at, parameter);
        }
        for (int at = 0; at < 6; at++) {
            run = run.env("VARIABLE_" + at, number);
        }
        return Site.defaults()
                .clusterWorkflowTemplate("job-" + number)
                .title("Job")
                .entrypoint(run);
    }

    private static Manifest graph(int number) {
        Input message = input("message");
        Input count = input("count", number);
        ContainerTemplate run = container("run")
                .image("registry.example.org/run:1." + number)
                .command("run")
                .cpus(1)
                .memory("1Gi");
        Template work = run.named("work").args("--message", message, "--count", count);
        Template sum = run.named("sum").args("--all", message).retry(2);
        return Site.defaults()
                .clusterWorkflowTemplate("graph-" + number)
                .title("Graph")
                .entrypoint(dag("main", d -> {
                    Task a = d.task("a", work.with(message, "a"));
                    Task b = d.task("b", work.with(message, a.result()));
                    Task c = d.task("c", work.with(message, a.result()).with(count, 2));
                    Task e = d.task("e", work.with(message, "e"))
                            .after(b.succeeded().or(c.failed()));
                    d.task("sum", sum.with(message, e.result())).after(b, c);
                }));
    }

    private static Manifest scripts(int number) {
        Input count = input("count");
        Input part = input("part");
        ScriptTemplate python =
                script("python").image("python:3.13").command("python").cpus(1).memory("1Gi");
        Template split = python.named("split").source("""
                        import json
                        import sys
                        parts = []
                        for number in range({{count}}):
                            parts.append({"number": number})
                        json.dump(parts, sys.stdout)
                        """, count);
        Template work = python.named("work").source("""
                        import json
                        part = json.loads('''{{part}}''')
                        print(part["number"] * 2)
                        """, part);
        return Site.defaults()
                .clusterWorkflowTemplate("script-" + number)
                .title("Script")
                .entrypoint(steps("main", s -> {
                    Step parts = s.step("split", split.with(count, 8));
                    s.parallel(p -> {
                        p.step("work", work).with(part, item()).forEach(parts.result());
                        p.step("again", work.with(part, parts.result()))
                                .when(parts.result().isNot("[]"));
                    });
                    s.step("last", work.with(part, "{}"));
                }));
    }
}
