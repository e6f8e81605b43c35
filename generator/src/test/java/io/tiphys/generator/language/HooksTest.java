package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** What runs when something else ends or begins. */
class HooksTest {
    private final Input message = input("message");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template tell = run.named("tell").args(message);

    @Test
    void exitHandlersOfTheWorkflow() {
        same(Render.manifest(run).onExit(run.named("clean")), "/spec", """
                entrypoint: run
                onExit: clean
                templates:
                - {name: run, container: {image: "busybox:1"}}
                - {name: clean, container: {image: "busybox:1"}}
                """);
        same(Render.manifest(run).onExit(tell.with(message, workflowStatus())), "/spec/hooks", """
                exit:
                  template: tell
                  arguments: {parameters: [{name: message, value: "{{workflow.status}}"}]}
                """);
        same(Render.manifest(run).onExit(templateRef("facility", "clean")), "/spec/hooks", """
                exit: {templateRef: {name: facility, template: clean}}
                """);
    }

    @Test
    void hooksOfTheWorkflow() {
        same(
                Render.manifest(run)
                        .hook("running", workflowStatus().is("Running"), tell.with(message, parameter("who", "me"))),
                "/spec",
                """
                entrypoint: run
                arguments: {parameters: [{name: who, value: me}]}
                hooks:
                  running:
                    expression: workflow.status == "Running"
                    template: tell
                    arguments: {parameters: [{name: message, value: "{{workflow.parameters.who}}"}]}
                templates:
                - {name: run, container: {image: "busybox:1"}}
                - name: tell
                  inputs: {parameters: [{name: message}]}
                  container: {image: "busybox:1", args: ["{{inputs.parameters.message}}"]}
                """);
    }

    @Test
    void hooksOfAStepOrTask() {
        Template all = steps("main", s -> {
            Step a = s.step("a", run);
            a.onExit(tell.with(message, a.result()));
            a.hook("running", a.status().is("Running"), run.named("watch"));
        });
        same(all, "/steps/0/0/hooks", """
                exit:
                  template: tell
                  arguments: {parameters: [{name: message, value: "{{steps.a.outputs.result}}"}]}
                running: {expression: steps.a.status == "Running", template: watch}
                """);
        assertThat(Render.manifest(all).findings()).isEmpty();
        Template task = dag("main", d -> {
            Task a = d.task("a-b", run);
            a.hook("running", a.status().is("Running"), run.named("watch"));
        });
        assertThat(yaml(task, "/dag/tasks/0/hooks/running/expression"))
                .isEqualTo("tasks[\"a-b\"].status == \"Running\"");
        assertThat(yaml(task, "/dag/tasks/0/depends")).isEmpty();
    }

    @Test
    void gen20AnArgumentOfAHookIsMissing() {
        assertThat(Render.manifest(steps("main", s -> s.step("a", run).onExit(tell)))
                        .findings())
                .extracting(finding -> finding.rule())
                .containsExactly("GEN-20");
    }

    @Test
    void gen29AHookHasNoPlaceForATemplate() {
        for (Manifest wrong : java.util.List.of(
                Render.SITE.workflow("w").entrypoint(run.inline()),
                Render.manifest(run).onExit(tell.with(message, 1).inline()),
                Render.manifest(run)
                        .hook(
                                "a",
                                workflowStatus().is("Running"),
                                run.named("b").inline()),
                Render.manifest(steps(
                        "main", s -> s.step("a", run).onExit(run.named("b").inline()))),
                Render.manifest(
                        steps("main", s -> s.step("a", templateRef("a", "b").inline()))),
                Render.manifest(steps("main", s -> s.step("a", s.self().inline()))))) {
            assertThat(wrong.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("GEN-29");
                assertThat(finding.java()).isPresent();
            });
        }
        assertThat(Render.manifest(steps("main", s -> s.step("a", run.inline())))
                        .findings())
                .isEmpty();
    }
}
