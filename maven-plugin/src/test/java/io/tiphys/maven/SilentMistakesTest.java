package io.tiphys.maven;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Dsl.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.model.argo.Backoff;
import io.tiphys.model.argo.DAGTask;
import io.tiphys.model.argo.DAGTemplate;
import io.tiphys.model.argo.RetryStrategy;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Hera, Argo's SDK for Python, writes without a word: each is told by generate or verify, with the author's line. */
class SilentMistakesTest {
    private static final Site SITE = Site.defaults();
    private static final Input MESSAGE = input("message");
    private static final ContainerTemplate RUN =
            container("run").image("busybox:1.37").cpus(1).memory("1Gi");

    @TempDir
    Path folder;

    /**
     * A mistake.
     *
     * @param rule the rule that tells it
     * @param words in the message
     */
    record Mistake(String what, Manifest manifest, String rule, String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Mistake mistake(String what, Template entry, String rule, String words) {
        return new Mistake(what, SITE.workflow("sample-").entrypoint(entry), rule, words);
    }

    private static DAGTask task(String name, String template) {
        return DAGTask.of().name(name).template(template);
    }

    private static Template model(DAGTask... tasks) {
        return template(io.tiphys.model.argo.Template.of()
                .name("main")
                .dag(DAGTemplate.of().tasks(List.of(tasks))));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "an unknown entrypoint",
                        SITE.workflow("sample-").entrypoint(RUN).spec(s -> s.entrypoint("nowhere")),
                        "REF-02",
                        "nowhere"),
                mistake("an unknown template", model(task("a", "nowhere")), "REF-04", "nowhere"),
                mistake(
                        "a mistyped parameter",
                        RUN.args("{{inputs.parameters.mesage}}").inputs(MESSAGE.defaultsTo(1)),
                        "VAR-01",
                        "mesage"),
                mistake(
                        "a mistyped task",
                        dag("main", d -> d.task("a", RUN).field("when", "{{tasks.c.outputs.result}} == x")),
                        "VAR-01",
                        "tasks.c"),
                mistake("a missing argument", steps("main", s -> s.step("a", RUN.args(MESSAGE))), "GEN-20", "message"),
                mistake(
                        "an argument too many",
                        steps("main", s -> s.step("a", RUN.with(MESSAGE, 1))),
                        "GEN-19",
                        "message"),
                mistake(
                        "a circle",
                        model(task("a", "main").depends("b"), task("b", "main").depends("a")),
                        "DAG-01",
                        "wait for each other"),
                new Mistake(
                        "a name that is no DNS name",
                        SITE.workflow("My_Workflow").entrypoint(RUN),
                        "NAME-02",
                        "My_Workflow"),
                mistake("a task name with a blank", dag("main", d -> d.task("a b", RUN)), "NAME-05", "a b"),
                mistake(
                        "two templates of one name",
                        steps("main", s -> {
                            s.step("a", RUN);
                            s.step("b", RUN.args("x"));
                        }),
                        "GEN-13",
                        "run"),
                new Mistake(
                        "a bad schedule",
                        SITE.cronWorkflow("nightly", "0 25 * * *").entrypoint(RUN),
                        "CRON-01",
                        "schedule"),
                new Mistake("no schedule", SITE.cronWorkflow("nightly").entrypoint(RUN), "CRON-01", "schedule"),
                new Mistake(
                        "an unknown time zone",
                        SITE.cronWorkflow("nightly", "0 3 * * *")
                                .timezone("Mars/Olympus")
                                .entrypoint(RUN),
                        "CRON-01",
                        "Mars"),
                mistake(
                        "a bad condition",
                        steps("main", s -> s.step("a", RUN).field("when", "a === b")),
                        "WHEN-01",
                        "==="),
                mistake("a negative number of retries", RUN.retry(-1), "GEN-23", "-1"),
                mistake(
                        "a bad wait",
                        RUN.model(t -> t.retryStrategy(
                                RetryStrategy.of().with("backoff", Backoff.of().with("duration", "soon")))),
                        "DUR-01",
                        "soon"),
                mistake("a bad amount of memory", RUN.memory("20GB"), "GEN-27", "20GB"),
                mistake("a parameter's name with a blank", RUN.args(input("a b", 1)), "NAME-07", "a b"),
                mistake("a graph without tasks", dag("main", d -> {}), "DAG-06", "no task"),
                mistake(
                        "a gauge that is also a counter",
                        RUN.metrics(io.tiphys.generator.dsl.Dsl.counter("a", 1)
                                .help("a")
                                .realtime()),
                        "MET-01",
                        "counter and gauge"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldWithTheAuthorsLine(Mistake mistake) throws Exception {
        List<Finding> findings = findings(mistake.manifest());
        assertThat(findings).as(findings.toString()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(mistake.rule());
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains(mistake.words());
            assertThat(finding.java().orElseThrow().className())
                    .isEqualTo(getClass().getName());
        });
    }

    static Stream<Template> right() {
        return Stream.of(
                RUN,
                RUN.memory("1G"),
                RUN.memory(1_000_000_000),
                RUN.cpus("100u"),
                RUN.memory("{{workflow.parameters.memory}}").cpus(input("cpus", 1)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatHeraRefusesThoughItIsValidIsTaken(Template template) throws Exception {
        Manifest manifest = SITE.workflow("sample-")
                .entrypoint(template)
                .parameters(io.tiphys.generator.dsl.Dsl.parameter("memory", "1Gi"));
        assertThat(findings(manifest).stream().filter(Finding::isBlocking)).isEmpty();
    }

    /** Those of the definition, then those of its file. */
    private List<Finding> findings(Manifest manifest) throws Exception {
        List<Finding> findings = new ArrayList<>(manifest.findings());
        Rendering.Rendered rendered = manifest.render();
        Files.writeString(folder.resolve("sample.yaml"), YamlWriter.write(rendered.json()));
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                new SourceIndex(Map.of("sample.yaml", rendered.lines())),
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(),
                Optional.empty(),
                false);
        findings.addAll(Verifier.verify(request, new BuiltInPolicies(SilentMistakesTest.class.getClassLoader()))
                .findings());
        return findings;
    }
}
