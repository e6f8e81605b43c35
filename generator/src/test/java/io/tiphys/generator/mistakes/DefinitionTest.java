package io.tiphys.generator.mistakes;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.containerSet;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.output;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Dsl.templateRef;
import static io.tiphys.generator.dsl.Variables.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.ArtifactInput;
import io.tiphys.generator.dsl.ArtifactOutput;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Dag;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.OutputParameter;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Retry;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Step;
import io.tiphys.generator.dsl.Steps;
import io.tiphys.generator.dsl.Task;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Mistakes that are told when the class is rendered: each rule with what it refuses, at which line, and what it lets pass. */
class DefinitionTest {
    private final Site site = Site.defaults();
    private final Input message = input("message");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template echo = run.named("echo").args(message);
    private final ArtifactInput part = artifact("part", "/mnt/part");
    private final ArtifactOutput file = artifactOutput("file", "/mnt/file");
    private final Template make = run.named("make").outputs(file);
    private final Template read = run.named("read").inputs(part);

    private Manifest of(Template entry) {
        return site.workflow("w-").entrypoint(entry);
    }

    private Manifest dagOf(Consumer<Dag> body) {
        return of(dag("main", body));
    }

    private Manifest stepsOf(Consumer<Steps> body) {
        return of(steps("main", body));
    }

    private static void right(Manifest manifest) {
        assertThat(manifest.findings()).isEmpty();
    }

    /** The only finding, at the line of this test that made the mistake. */
    private static Finding wrong(Manifest manifest, String rule, String... words) {
        assertThat(manifest.findings()).extracting(Finding::rule).containsExactly(rule);
        Finding finding = manifest.findings().get(0);
        assertThat(finding.message()).contains(words);
        assertThat(finding.java()).hasValueSatisfying(line -> {
            assertThat(line.className()).isEqualTo(DefinitionTest.class.getName());
            assertThat(line.line()).isPositive();
        });
        return finding;
    }

    @Test
    void gen07OneNameIsOneDeclaration() {
        wrong(of(run.args(input("n", 1), input("n", 2))), "GEN-07", "\"n\"");
        right(of(run.args(input("n", 1), input("n", 1))));
    }

    @Test
    void gen08OneVolumeNameIsOneVolume() {
        wrong(of(run.mount(emptyDir("a", "/a", "1Gi"), emptyDir("a", "/b", "2Gi"))), "GEN-08", "\"a\"");
        right(of(
                run.mount(emptyDir("a", "/a", "1Gi"), emptyDir("a", "/a", "1Gi").at("/b"))));
    }

    @Test
    void gen09ADefaultFitsItsType() {
        wrong(of(run.args(input("n", 9).type(ParameterType.integer(1, 8)))), "GEN-09", "9", "1 and 8");
        right(of(run.args(input("n", 8).type(ParameterType.integer(1, 8)))));
    }

    @Test
    void gen13OneNameIsOneTemplate() {
        Consumer<Dag> two = d -> {
            d.task("a", echo.with(message, "x"));
            d.task("b", run.named("echo").args("other"));
        };
        wrong(dagOf(two), "GEN-13", "\"echo\"");
        right(dagOf(d -> {
            d.task("a", echo.with(message, "x"));
            d.task("b", run.named("echo").args(message)).with(message, "y");
        }));
    }

    @Test
    void gen14OneNameIsOneTask() {
        wrong(
                dagOf(d -> {
                    d.task("a", make);
                    d.task("a", make);
                }),
                "GEN-14",
                "\"a\"");
        right(dagOf(d -> {
            d.task("a", make);
            d.task("b", make);
        }));
    }

    @Test
    void gen15ATaskStaysInItsGraph() {
        List<Task> leaked = new ArrayList<>();
        Template inner = dag("inner", d -> leaked.add(d.task("a", make)));
        wrong(
                dagOf(d -> {
                    d.task("inner", inner);
                    d.task("c", read).with(part, leaked.get(0).output(file));
                }),
                "GEN-15",
                "\"a\" belongs to \"inner\"");
        wrong(
                dagOf(d -> {
                    d.task("inner", inner);
                    d.task("c", make).after(leaked.get(0));
                }),
                "GEN-15",
                "\"inner\"");
        right(dagOf(d -> d.task("c", read).with(part, d.task("a", make).output(file))));
    }

    @Test
    void gen16AStepUsesWhatRanBefore() {
        wrong(
                stepsOf(s -> s.parallel(p -> {
                    Step a = p.step("a", make);
                    p.step("b", read).with(part, a.output(file));
                })),
                "GEN-16",
                "\"b\" uses what \"a\" gives");
        right(stepsOf(s -> {
            Step a = s.step("a", make);
            s.step("b", read).with(part, a.output(file));
        }));
    }

    @Test
    void gen17NoTaskWaitsForItself() {
        wrong(
                dagOf(d -> {
                    Task a = d.task("a", make);
                    Task b = d.task("b", make).after(a);
                    a.after(b);
                }),
                "GEN-17",
                "\"a\" waits for \"b\" waits for \"a\"");
        right(dagOf(d -> {
            Task a = d.task("a", make);
            d.task("b", make).after(a);
        }));
    }

    @Test
    void gen18AStepGivesWhatItsTemplateDeclares() {
        OutputParameter count = output("count", "/mnt/count");
        wrong(stepsOf(s -> s.outputs(output("n").from(s.step("a", make).output(count)))), "GEN-18", "\"count\"");
        right(stepsOf(
                s -> s.outputs(output("n").from(s.step("a", run.outputs(count)).output(count)))));
    }

    @Test
    void gen19AnArgumentIsAnInput() {
        wrong(dagOf(d -> d.task("a", make.with(message, "x"))), "GEN-19", "\"make\" has no input \"message\"");
        wrong(entry(run), "GEN-19", "\"run\" has no input");
        right(dagOf(d -> d.task("a", echo.with(message, "x"))));
    }

    private Manifest entry(ContainerTemplate template) {
        return site.workflow("w-").entrypoint(template.with(message, "x"));
    }

    @Test
    void gen20WhatIsNeededIsGiven() {
        wrong(dagOf(d -> d.task("a", echo)), "GEN-20", "\"echo\" needs \"message\"");
        wrong(dagOf(d -> d.task("a", read)), "GEN-20", "\"read\" needs \"part\"");
        right(dagOf(d -> d.task("a", echo.with(message, "x"))));
        right(dagOf(d -> d.task("a", run.args(input("n", 1)))));
    }

    @Test
    void gen20AlsoForATemplateOfAnotherClass() {
        WorkflowManifest other = site.clusterWorkflowTemplate("other").entrypoint(echo);
        wrong(dagOf(d -> d.task("a", templateRef(other))), "GEN-20", "\"echo\" needs \"message\"");
        right(dagOf(d -> d.task("a", templateRef(other).with(message, "x"))));
        right(dagOf(d -> d.task("a", templateRef("unknown", "echo"))));
    }

    @Test
    void gen21AnInputWithADefaultIsUsedWholeSomewhere() {
        Input count = input("count", 3);
        wrong(of(run.args("--count=" + count)), "GEN-21", "\"count\"");
        right(of(run.args("--count=" + count).inputs(count)));
        right(of(run.args("--message=" + message)));
    }

    @Test
    void aTagWrittenByHandDeclaresNothingSoThatASlipIsFound() {
        for (String tag : List.of("{{inputs.parameters.mesage}}", "{{ inputs.parameters.mesage }}")) {
            JsonNode template =
                    of(run.args(tag, "of " + message)).render().json().at("/spec/templates/0");
            assertThat(template.at("/inputs/parameters").findValuesAsText("name"))
                    .containsExactly("message");
            assertThat(template.at("/container/args/0").asText()).isEqualTo(tag);
            assertThat(template.at("/container/args/1").asText()).isEqualTo("of {{inputs.parameters.message}}");
        }
    }

    @Test
    void gen22AScriptsVariablesAreBound() {
        Input count = input("count");
        wrong(of(script("s").image("python:3").source("print({{cuont}})")), "GEN-22", "{{cuont}}");
        wrong(of(script("s").image("python:3").source("print()", count)), "GEN-22", "{{count}}");
        right(of(script("s").image("python:3").source("print({{count}}, {{item}})", count)));
    }

    @Test
    void gen23RetriesHaveLimitsAndWaits() {
        wrong(of(run.retry(-1)), "GEN-23", "\"-1\"");
        wrong(of(run.retry(Retry.times(3).backoff("2 minutes"))), "GEN-23", "\"2 minutes\"");
        wrong(of(run.retry(Retry.times(3).backoff(1).factor("twice"))), "GEN-23", "\"twice\"");
        right(of(run.retry(Retry.times(message).backoff("2m").factor(2).maxDuration("1h"))));
    }

    @Test
    void gen24ALoopHasItems() {
        wrong(dagOf(d -> d.task("a", echo.with(message, item())).forEach()), "GEN-24", "no item");
        wrong(dagOf(d -> d.task("a", echo.with(message, item())).forEachJson("1, 2")), "GEN-24", "\"1, 2\"");
        right(dagOf(d -> d.task("a", echo.with(message, item())).forEachJson("[1, 2]")));
    }

    @Test
    void gen25TheEntrypointIsHere() {
        assertThat(site.workflow("w-").entrypoint(templateRef("other", "echo")).findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-25");
        right(of(run));
    }

    @Test
    void gen26AnArgumentIsGivenOnce() {
        wrong(
                dagOf(d -> d.task("a", echo.with(message, "x").with(message, "y"))),
                "GEN-26",
                "\"message\" is given twice");
        right(dagOf(d -> d.task("a", echo.with(message, "x"))));
    }

    @Test
    void gen27AnAmountIsAQuantity() {
        wrong(of(run.memory("20GB")), "GEN-27", "20GB");
        wrong(of(run.cpus("two")), "GEN-27", "two");
        for (Object amount : List.of("1G", 1_000_000, "100u", "1e3", message, "{{workflow.parameters.memory}}")) {
            right(of(run.memory(amount).cpus(amount)));
        }
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Manifest manifest = dagOf(d -> {
            d.task("a", echo);
            d.task("a", make.with(message, "x"));
            d.task("b", run.memory("20GB").retry(-1));
        });
        assertThat(manifest.findings()).extracting(Finding::rule).contains("GEN-14", "GEN-20", "GEN-23", "GEN-27");
    }

    @Test
    void aGraphIsCompleteWhenItsLambdaEnds() {
        List<Task> kept = new ArrayList<>();
        Template main = dag("main", d -> kept.add(d.task("a", make)));
        assertThat(main.name()).isEqualTo("main");
        assertThatThrownBy(() -> kept.get(0).continueOnFailed())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"a\" was changed after its graph \"main\" was complete");
    }

    @Test
    void gen30AWaiverIsWhole() {
        String day = "2027-01-31";
        wrong(of(run.waive("SEC 06", "why", "ann", day)), "GEN-30", "\"SEC 06\", which is no name of a rule");
        wrong(of(run.waive("SEC-06", " ", "ann", day)), "GEN-30", "The waiver of SEC-06 has no reason");
        wrong(of(run.waive("SEC-06", "why", "", day)), "GEN-30", "has no owner");
        wrong(of(run.waive("SEC-06", "why", "ann", "soon")), "GEN-30", "\"soon\"; write it as 2027-01-31");
        wrong(of(run.waive("SEC-06", "a", "ann", day).waive("SEC-06", "b", "ann", day)), "GEN-30", "written twice");
        WorkflowManifest manifest = site.workflow("w-").entrypoint(run);
        wrong(manifest.waive("LIFE-01", "", "ann", day), "GEN-30", "The waiver of LIFE-01 has no reason");
        wrong(manifest.waive("LIFE-01", "a", "ann", day).waive("LIFE-01", "b", "ann", day), "GEN-30", "written twice");
        right(manifest.waive("LIFE-01", "a", "ann", day).waive("LIFE-02", "b", "ann", day));
        ContainerTemplate cache = run.named("cache").waive("SEC-06", "why", "ann", day);
        right(of(run.waive("SEC-06", "why", "ann", day).sidecar(cache)));
    }

    @Test
    void gen31AContainerBesideAnotherHasOnlyWhatContainersHave() {
        ContainerTemplate cache = run.named("cache");
        wrong(of(run.sidecar(cache.retry(3))), "GEN-31", "\"cache\"", "retryStrategy");
        wrong(of(run.initContainer(cache.nonRoot())), "GEN-31", "securityContext");
        wrong(of(run.sidecar(cache.model(template -> template.daemon(true)))), "GEN-31", "model(…)");
        wrong(of(containerSet("set", c -> c.container(cache.podLabel("a", "b")))), "GEN-31", "metadata");
        right(of(run.sidecar(cache.readOnlyRoot().args("a").cpus(1).containerModel(model -> model.tty(true)))));
    }
}
