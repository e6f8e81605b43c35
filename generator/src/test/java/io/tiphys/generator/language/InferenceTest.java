package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.argo.Inputs;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the language infers, that each thing inferred is visible in the manifest, and how each is had otherwise. */
class InferenceTest {
    private final Input count = input("count", 1);
    private final Input name = input("name");
    private final OutputParameter size = output("size", "/size");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template make = run.named("make").outputs(size);
    private final Template echo = run.named("echo").args(name);

    @Test
    void inputsAreDeclaredInTheOrderOfUse() {
        same(run.args(name, count).env("A", input("third")), "/inputs", """
                parameters: [{name: name}, {name: count, value: "1"}, {name: third}]
                """);
    }

    @Test
    void aNameInsideATextIsDeclaredToo() {
        Template all = run.args("--name=" + name + " --other=" + input("other"));
        assertThat(yaml(all, "/container/args/0"))
                .isEqualTo("--name={{inputs.parameters.name}} --other={{inputs.parameters.other}}");
        same(all, "/inputs", "parameters: [{name: name}, {name: other}]");
    }

    @Test
    void aDefaultThatATextDoesNotKeepIsFoundElsewhere() {
        same(run.args(count, "--count=" + count), "/inputs", "parameters: [{name: count, value: '1'}]");
        Template all =
                dag("main", d -> d.task("a", run.args("--count=" + count)).with(count, 2));
        same(Render.manifest(all), "/spec/templates/1/inputs", "parameters: [{name: count, value: '1'}]");
        assertThat(Render.manifest(all).findings()).isEmpty();
    }

    @Test
    void anExpressionInsideATextDeclaresWhatItUses() {
        Template all =
                run.args("--next=" + name.asInt().plus(1) + " " + input("a-b").isNot("inputs.parameters.no"));
        assertThat(yaml(all, "/container/args/0"))
                .isEqualTo("--next={{=asInt(inputs.parameters.name) + 1}}"
                        + " {{=inputs.parameters[\"a-b\"] != \"inputs.parameters.no\"}}");
        same(all, "/inputs", "parameters: [{name: name}, {name: a-b}]");
        assertThat(Render.manifest(all).findings()).isEmpty();
    }

    @Test
    void gen21AnExpressionInsideATextKeepsNoDefault() {
        assertThat(Render.manifest(run.args("--next=" + count.asInt().plus(1))).findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-21");
        assertThat(Render.manifest(run.args("--next=" + count.asInt().plus(1)).inputs(count))
                        .findings())
                .isEmpty();
    }

    @Test
    void anExpressionInsideATextIsWaitedFor() {
        Template all = dag("main", d -> {
            Task a = d.task("a-1", make);
            d.task("b", echo.with(name, "n" + a.output(size).asInt().times(2)));
        });
        assertThat(yaml(all, "/dag/tasks/1/depends")).isEqualTo("a-1");
        assertThat(yaml(all, "/dag/tasks/1/arguments/parameters/0/value"))
                .isEqualTo("n{{=asInt(tasks[\"a-1\"].outputs.parameters.size) * 2}}");
    }

    @Test
    void anOutputInsideATextIsDeclared() {
        Template all = run.metrics(gauge("g", 1).label("size", "s" + size)).outputs(size);
        assertThat(yaml(all, "/metrics/prometheus/0/labels/0/value")).isEqualTo("s{{outputs.parameters.size}}");
        assertThat(Render.manifest(run.metrics(gauge("g", 1).label("size", "s" + size)))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-21");
    }

    @Test
    void aWorkflowParameterIsDeclaredInTheSpec() {
        WorkflowParameter visit = parameter("visit").description("where");
        same(Render.manifest(run.args(visit)), "/spec/arguments", "parameters: [{name: visit, description: where}]");
        same(
                Render.manifest(run.args("x" + visit)).parameters(visit),
                "/spec/arguments",
                "parameters: [{name: visit, description: where}]");
        assertThat(Render.manifest(run.args("x" + visit)).findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-21");
    }

    @Test
    void aParameterThatIsADefaultIsDeclared() {
        Template all = run.args(input("limit", parameter("most", 9)));
        same(Render.manifest(all), "/spec/arguments", "parameters: [{name: most, value: '9'}]");
        assertThat(yaml(all, "/inputs/parameters/0/value")).isEqualTo("{{workflow.parameters.most}}");
    }

    @Test
    void tagsWrittenByHandAreLeftAlone() {
        List<String> texts = List.of(
                "{{inputs.parameters.mine}}",
                "{{ workflow.name }}",
                "{{=sprig.upper('a')}}",
                "{{= 1 + 1 }}",
                "{{",
                "}}",
                "{{ {{ }}",
                "{{item}}",
                "{{ item.a b }}");
        Template all = run.args(texts.toArray());
        assertThat(yaml(all, "/inputs")).isEmpty();
        assertThat(yaml(all, "/container/args/0")).isEqualTo("{{inputs.parameters.mine}}");
        assertThat(yaml(all, "/container/args/2")).isEqualTo("{{=sprig.upper('a')}}");
        assertThat(yaml(all, "/container/args/6")).isEqualTo("{{ {{ }}");
        assertThat(yaml(all, "/container/args/8")).isEqualTo("{{ item.a b }}");
        assertThat(Render.manifest(all).findings()).isEmpty();
    }

    @Test
    void whatIsInferredCanBeSaidOtherwise() {
        same(
                run.args(name)
                        .model(t -> t.inputs(Inputs.of()
                                .addParameters(io.tiphys.model.argo.Parameter.of()
                                        .name("name")
                                        .value("x")))),
                "/inputs",
                "parameters: [{name: name, value: x}]");
        assertThat(yaml(run.cpus(count).model(t -> t.podSpecPatch("mine")), "/podSpecPatch"))
                .isEqualTo("mine");
        assertThat(yaml(
                        Render.manifest(run)
                                .spec(s -> s.securityContext(
                                        new io.fabric8.kubernetes.api.model.PodSecurityContextBuilder()
                                                .withRunAsNonRoot(false)
                                                .build())),
                        "/spec/securityContext/runAsNonRoot"))
                .isEqualTo("false");
        same(run.mount(emptyDir("a", "/a")).model(t -> t.with("volumes", List.of())), "/volumes", "[]");
    }

    @Test
    void renderingIsIdempotentAndDeterministic() {
        Template all = run.args("yes", "1", input("x", "a: b\nc #d\n"));
        String first = yaml(Render.manifest(all), "");
        assertThat(yaml(Render.manifest(all), "")).isEqualTo(first);
        assertThat(io.tiphys.model.yaml.YamlWriter.write(
                        new YamlReader().read(first).documents().get(0).json()))
                .isEqualTo(first);
    }

    @Test
    void gen07TwoInputsOfOneNameThatDiffer() {
        assertThat(Render.manifest(run.args(input("n", 1), input("n", 2))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("GEN-07"));
        assertThat(Render.manifest(run.args(input("n", 1), input("n", 1))).findings())
                .isEmpty();
    }

    @Test
    void gen09ADefaultThatDoesNotFitItsType() {
        Input wrong = input("n", 100).type(ParameterType.integer(1, 64));
        assertThat(Render.manifest(run.args(wrong)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("100 is not within 1 and 64"));
        assertThat(Render.manifest(run.args(wrong.defaultsTo(64))).findings()).isEmpty();
    }
}
