package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps and tasks: order, arguments, conditions, what they give. */
class GraphsTest {
    private final Input message = input("message");
    private final ArtifactInput part = artifact("part", "/part");
    private final OutputParameter size = output("size", "/size");
    private final ArtifactOutput file = artifactOutput("file", "/file");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template echo = run.named("echo").args(message);
    private final Template make = run.named("make").outputs(size, file);
    private final Template read = run.named("read").inputs(part);

    @Test
    void stepsAndParallelSteps() {
        same(
                steps("main", s -> {
                    s.step("a", make);
                    s.parallel(p -> {
                        p.step("b", echo.with(message, "b"));
                        p.step("c", echo).with(message, "c");
                    });
                    s.parallel(p -> {});
                    s.step("d", make);
                }),
                "/steps",
                """
                - - name: a
                    template: make
                - - name: b
                    template: echo
                    arguments:
                      parameters: [{name: message, value: b}]
                  - name: c
                    template: echo
                    arguments:
                      parameters: [{name: message, value: c}]
                - - name: d
                    template: make
                """);
    }

    @Test
    void whatAStepGives() {
        same(
                steps("main", s -> {
                    Step a = s.step("a", make);
                    s.step("b", echo.with(message, a.output(size)));
                    s.step("c", read.with(part, a.output(file)));
                    s.step("d", echo.with(message, a.result() + " " + a.exitCode() + " " + a.status()));
                    s.step("e", echo.with(message, a.ip() + " " + a.id() + " " + a.startedAt() + " " + a.finishedAt()));
                    s.outputs(
                            output("total").from(a.output(size)),
                            artifactOutput("whole").from(a.output(file)));
                }),
                "",
                """
                name: main
                outputs:
                  parameters:
                  - name: total
                    valueFrom: {parameter: "{{steps.a.outputs.parameters.size}}"}
                  artifacts:
                  - {name: whole, from: "{{steps.a.outputs.artifacts.file}}"}
                steps:
                - - {name: a, template: make}
                - - name: b
                    template: echo
                    arguments:
                      parameters: [{name: message, value: "{{steps.a.outputs.parameters.size}}"}]
                - - name: c
                    template: read
                    arguments:
                      artifacts: [{name: part, from: "{{steps.a.outputs.artifacts.file}}"}]
                - - name: d
                    template: echo
                    arguments:
                      parameters:
                      - name: message
                        value: "{{steps.a.outputs.result}} {{steps.a.exitCode}} {{steps.a.status}}"
                - - name: e
                    template: echo
                    arguments:
                      parameters:
                      - name: message
                        value: "{{steps.a.ip}} {{steps.a.id}} {{steps.a.startedAt}} {{steps.a.finishedAt}}"
                """);
    }

    @Test
    void dependenciesSaidAndInferred() {
        same(
                dag("main", d -> {
                    d.failFast(false);
                    Task a = d.task("a", make);
                    Task b = d.task("b", make).after(a);
                    Task c = d.task("c", echo.with(message, a.output(size))).after(b.failed());
                    Task last = d.task("d", echo.with(message, "x" + c.result()))
                            .after(a.succeeded().or(b));
                    d.target(last, b);
                }),
                "/dag",
                """
                failFast: false
                target: d b
                tasks:
                - {name: a, template: make}
                - {name: b, template: make, depends: a}
                - name: c
                  template: echo
                  depends: b.Failed && a
                  arguments:
                    parameters: [{name: message, value: "{{tasks.a.outputs.parameters.size}}"}]
                - name: d
                  template: echo
                  depends: (a.Succeeded || b) && c
                  arguments:
                    parameters: [{name: message, value: "x{{tasks.c.outputs.result}}"}]
                """);
    }

    @Test
    void everyOutcomeHasAWord() {
        same(
                dag("main", d -> {
                    Task a = d.task("a", make);
                    d.task("b", make)
                            .after(a.succeeded().or(a.failed()).or(a.errored()))
                            .after(a.skipped(), a.omitted().not())
                            .after(a.daemoned().and(a.anySucceeded()).not(), a.allFailed());
                }),
                "/dag/tasks/1/depends",
                "(a.Succeeded || a.Failed || a.Errored) && a.Skipped && !a.Omitted"
                        + " && !(a.Daemoned && a.AnySucceeded) && a.AllFailed");
    }

    @Test
    void whatIsSaidOfATaskReplacesWhatIsInferred() {
        assertThat(yaml(
                        dag("main", d -> {
                            Task a = d.task("a", make);
                            d.task("b", echo.with(message, a.output(size))).after(a.failed());
                        }),
                        "/dag/tasks/1/depends"))
                .isEqualTo("a.Failed");
    }

    @Test
    void conditionsInTheNotationOfEachField() {
        Template all = dag("main", d -> {
            Task a = d.task("a", make);
            d.task("b", make).when(a.result().is("heads").and(a.exitCode().isNot(0)));
            d.task("c", make).when(a.result().is("two words").not());
            d.task("d", make).when(a.result().asInt().plus(1).isAtLeast(10));
            d.task("e", make)
                    .hook(
                            "slow",
                            a.status().is("Running").or(workflowDuration().isMoreThan(60)),
                            echo.with(message, 1));
        });
        assertThat(yaml(all, "/dag/tasks/1/when"))
                .isEqualTo("{{tasks.a.outputs.result}} == heads && {{tasks.a.exitCode}} != 0");
        assertThat(yaml(all, "/dag/tasks/2/when")).isEqualTo("!('{{tasks.a.outputs.result}}' == 'two words')");
        assertThat(yaml(all, "/dag/tasks/3/when")).isEqualTo("{{=asInt(tasks.a.outputs.result) + 1 >= 10}}");
        assertThat(yaml(all, "/dag/tasks/4/hooks/slow/expression"))
                .isEqualTo("tasks.a.status == \"Running\" || workflow.duration > 60");
        assertThat(yaml(all, "/dag/tasks/4/depends")).isEmpty();
    }

    @Test
    void expressionsAsValues() {
        Input n = input("count");
        List<String> args = List.of(
                "{{=asInt(inputs.parameters.count) + 1}}",
                "{{=asFloat(inputs.parameters.count) - 0.5}}",
                "{{=asInt(inputs.parameters.count) * 2 / 3 % 4}}",
                "{{=toJson(inputs.parameters.count)}}",
                "{{=jsonpath(inputs.parameters.count, \"$.a\")}}",
                "{{=sprig.trim(inputs.parameters.count, \"x\")}}",
                "{{=inputs.parameters.count < \"b\" ? 1 : inputs.parameters.count}}",
                "{{=inputs.parameters.count <= \"b\"}}");
        Template all = run.args(
                n.asInt().plus(1),
                n.asFloat().minus(0.5),
                n.asInt().times(2).dividedBy(3).modulo(4),
                n.toJson(),
                n.jsonPath("$.a"),
                n.apply("sprig.trim", "x"),
                n.isLessThan("b").choose(1, n),
                n.isAtMost("b"));
        List<String> rendered = new ArrayList<>();
        Render.manifest(all)
                .render()
                .json()
                .at("/spec/templates/0/container/args")
                .forEach(arg -> rendered.add(arg.asText()));
        assertThat(rendered).isEqualTo(args);
        same(all, "/inputs", "parameters: [{name: count}]");
    }

    @Test
    void failuresThatDoNotEndTheGraph() {
        same(
                dag("main", d -> d.task("a", make).continueOnFailed().continueOnError()),
                "/dag/tasks/0/continueOn",
                "{failed: true, error: true}");
    }

    @Test
    void anyFieldOfAStep() {
        same(steps("main", s -> s.step("a", make).field("onExit", "make")), "/steps/0/0/onExit", "make");
    }

    @Test
    void aTemplateWhereItIsCalled() {
        Template all = dag("main", d -> {
            d.task("a", echo.with(message, 1).inline());
            d.task("b", make.inline());
        });
        same(all, "/dag/tasks", """
                - name: a
                  inline:
                    inputs: {parameters: [{name: message}]}
                    container: {image: "busybox:1", args: ["{{inputs.parameters.message}}"]}
                  arguments: {parameters: [{name: message, value: "1"}]}
                - name: b
                  inline:
                    outputs:
                      parameters: [{name: size, valueFrom: {path: /size}}]
                      artifacts: [{name: file, path: /file}]
                    container: {image: "busybox:1"}
                """);
        assertThat(Render.manifest(all).render().json().at("/spec/templates")).hasSize(1);
    }

    @Test
    void aTemplateThatIsInlineAndNamed() {
        WorkflowManifest both = Render.manifest(dag("main", d -> {
            d.task("a", make.inline());
            d.task("b", make);
        }));
        assertThat(yaml(both, "/spec/templates/1/name")).isEqualTo("make");
        assertThat(both.findings()).isEmpty();
    }

    @Test
    void recursionByItself() {
        GraphTemplate flip = steps("flip", s -> {
            Step a = s.step("a", make);
            s.step("again", s.self()).when(a.result().is("tails"));
        });
        assertThat(yaml(flip, "/steps/1/0/template")).isEqualTo("flip");
        assertThat(yaml(flip.named("other"), "/steps/1/0/template")).isEqualTo("other");
        Template withInput = dag("count", d -> d.task(
                        "down", d.self().with(message, message.asInt().minus(1)))
                .when(message.asInt().isMoreThan(0)));
        same(withInput, "", """
                name: count
                inputs: {parameters: [{name: message}]}
                dag:
                  tasks:
                  - name: down
                    template: count
                    when: "{{=asInt(inputs.parameters.message) > 0}}"
                    arguments:
                      parameters: [{name: message, value: "{{=asInt(inputs.parameters.message) - 1}}"}]
                """);
    }

    @Test
    void aGraphInAGraphHandsOutputsOn() {
        OutputParameter total = output("total");
        Template inner =
                dag("inner", d -> d.outputs(total.from(d.task("a", make).output(size))));
        Template all = dag(
                "main", d -> d.task("c", echo.with(message, d.task("b", inner).output(total))));
        assertThat(Render.manifest(all).findings()).isEmpty();
        assertThat(yaml(all, "/dag/tasks/1/depends")).isEqualTo("b");
    }

    @Test
    void anOutputMadeByAnExpression() {
        Template all = dag("main", d -> {
            Task a = d.task("a", make);
            d.outputs(output("twice").from(a.output(size).asInt().times(2)));
        });
        same(all, "/outputs/parameters/0", """
                name: twice
                valueFrom: {expression: asInt(tasks.a.outputs.parameters.size) * 2}
                """);
    }
}
