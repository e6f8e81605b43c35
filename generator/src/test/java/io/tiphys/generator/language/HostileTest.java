package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong and extreme uses: each is told, or comes out as it went in, in bounded time. */
@Timeout(60)
class HostileTest {
    private final Input message = input("message");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template echo = run.named("echo").args(message);

    private static List<String> rules(Manifest manifest) {
        return manifest.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> rules(Consumer<Dag> body) {
        return rules(Render.manifest(dag("main", body)));
    }

    @Test
    void gen15ATaskOfAnotherGraphByText() {
        List<String> leaked = new ArrayList<>();
        Template inner = dag("inner", d -> leaked.add("x" + d.task("a", run).result()));
        assertThat(rules(d -> {
                    d.task("inner", inner);
                    d.task("b", echo.with(message, leaked.get(0)));
                }))
                .containsExactly("GEN-15");
    }

    @Test
    void gen15AStepsValueInATemplateThatIsCalled() {
        Manifest wrong = Render.manifest(steps("main", s -> {
            Step a = s.step("a", run);
            s.step("b", run.named("b").args(a.result()));
        }));
        assertThat(wrong.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("GEN-15");
            assertThat(finding.message()).contains("\"a\" belongs to \"main\", not to \"b\"");
            assertThat(finding.place().template()).isEqualTo("b");
        });
        assertThat(rules(Render.manifest(steps("main", s -> {
                    Step a = s.step("a", run);
                    s.step("b", echo.with(message, a.result()));
                }))))
                .isEmpty();
    }

    @Test
    void aTaskOfAFinishedGraphCannotBeChanged() {
        List<Task> kept = new ArrayList<>();
        Template main = dag("main", d -> kept.add(d.task("a", run)));
        assertThat(rules(Render.manifest(main))).isEmpty();
        assertThatThrownBy(() -> kept.get(0).with(message, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get(0).after(kept.get(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGraphMayBeUsedTwice() {
        Template inner = dag("inner", d -> d.task("a", run));
        assertThat(rules(d -> {
                    d.task("one", inner);
                    d.task("two", inner);
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b'c",
                "a: b",
                "- a",
                "{a}",
                "[a",
                "# a",
                "a\nb\n\nc",
                "a\r\nb",
                "\t",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "null",
                "~",
                "yes",
                "0x10",
                "1e3",
                "1_000",
                "2026-01-01",
                "\u0000",
                "\u0085",
                "\u2028",
                "\ud83d\ude00",
                "{{",
                "}}",
                "{{ }}",
                "{{=",
                "{{{{x}}}}",
                "{{ inputs. }}",
                "$1\\2",
                "",
                " ",
                " a ",
                "---",
                "..."
            })
    void everyTextComesOutAsItWentIn(String text) {
        Manifest manifest = Render.manifest(run.args(text).env("A", text).podAnnotation("note", text));
        String written = YamlWriter.write(manifest.render().json());
        var read = new YamlReader().read(written).documents().get(0).json();
        assertThat(read.at("/spec/templates/0/container/args/0").asText()).isEqualTo(text);
        assertThat(read.at("/spec/templates/0/container/env/0/value").asText()).isEqualTo(text);
        assertThat(read.at("/spec/templates/0/metadata/annotations/note").asText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a}}", "{{a", "a\nb", "a\"b", "", "a.b", "ä"})
    void aNameThatArgoRefusesIsKeptForVerifyToTell(String name) {
        Input odd = input(name, 1);
        assertThat(yaml(run.args(odd), "/inputs/parameters/0/name")).isEqualTo(name);
        Template inText = run.args("x" + odd).inputs(odd);
        assertThat(yaml(inText, "/inputs/parameters/0/name")).isEqualTo(name);
        assertThat(rules(Render.manifest(inText))).isEmpty();
    }

    @Test
    void namesInExpressionsAreQuoted() {
        assertThat(yaml(run.args(input("a\"] || true || x[\"").is("b")), "/container/args/0"))
                .isEqualTo("{{=inputs.parameters[\"a\\\"] || true || x[\\\"\"] == \"b\"}}");
    }

    @Test
    void anOddTextInAConditionStaysAText() {
        Template all = dag("main", d -> {
            Task a = d.task("a", run);
            d.task("b", run).when(a.result().is("x' == 'x' || '1"));
        });
        assertThat(yaml(all, "/dag/tasks/1/when"))
                .isEqualTo("'{{tasks.a.outputs.result}}' == 'x\\' == \\'x\\' || \\'1'");
    }

    @Test
    void graphsInGraphs() {
        Template inner = run;
        for (int i = 0; i < 500; i++) {
            Template callee = inner;
            inner = dag("level-" + i, d -> d.task("a", callee));
        }
        Manifest deep = Render.manifest(inner);
        assertThat(deep.findings()).isEmpty();
        assertThat(deep.render().json().at("/spec/templates")).hasSize(501);
    }

    @Test
    void graphsInlineInGraphs() {
        Template inner = run;
        for (int i = 0; i < 20; i++) {
            Template callee = inner;
            inner = dag("level-" + i, d -> d.task("a", callee.inline()));
        }
        Manifest deep = Render.manifest(inner);
        assertThat(deep.findings()).isEmpty();
        assertThat(deep.render().json().at("/spec/templates")).hasSize(1);
    }

    @Test
    void longChains() {
        Template forwards = dag("forwards", d -> {
            Task before = d.task("t0", run);
            for (int i = 1; i < 1000; i++) {
                before = d.task("t" + i, run).after(before);
            }
        });
        assertThat(yaml(forwards, "/dag/tasks/999/depends")).isEqualTo("t998");
        Template backwards = dag("backwards", d -> {
            Task behind = d.task("t0", run);
            for (int i = 1; i < 1000; i++) {
                Task task = d.task("t" + i, run);
                behind.after(task);
                behind = task;
            }
        });
        assertThat(rules(Render.manifest(backwards))).isEmpty();
    }

    @Test
    void longLists() {
        Object[] many = Collections.nCopies(10_000, "x" + message).toArray();
        assertThat(Render.manifest(run.args(many)).render().json().at("/spec/templates/0/container/args"))
                .hasSize(10_000);
        assertThat(Render.manifest(run.addArgs(many)).render().json().at("/spec/templates/0/container/args"))
                .hasSize(10_000);
        assertThat(yaml(run.args(many), "/inputs")).isEqualTo("parameters:\n- name: message\n");
    }

    @Test
    void longTextsFullOfBraces() {
        String text = "{{ ".repeat(50_000) + "{{= ".repeat(50_000) + "{{  inputs.parameters.";
        assertThat(Duration.ofNanos(time(() -> yaml(run.args(text), "/container/args/0"))))
                .isLessThan(Duration.ofSeconds(10));
        assertThat(yaml(run.args(text), "/container/args/0")).isEqualTo(text);
        assertThat(yaml(script("s").image("i:1").source(text), "/script/source"))
                .isEqualTo(text);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void aNullInAListOrMapIsTold() {
        List<Object> list = new ArrayList<>(List.of("a"));
        list.add(null);
        Map<String, Object> map = new java.util.HashMap<>();
        map.put("a", null);
        for (Object item : List.of(list, map)) {
            assertThatThrownBy(() -> dag("main", d -> d.task("a", run).forEach(item, 1)))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("a value is null");
        }
        assertThatThrownBy(() -> Input.class.cast(message).oneOf((Object) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("enum: a value is null; was a field read before it was set?");
    }
}
