package io.tiphys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.conformance.scenarios.ArtifactPassing;
import io.tiphys.conformance.scenarios.ClusterTemplateDag;
import io.tiphys.conformance.scenarios.Coinflip;
import io.tiphys.conformance.scenarios.CustomMetrics;
import io.tiphys.conformance.scenarios.DagDiamond;
import io.tiphys.conformance.scenarios.DagEnhancedDepends;
import io.tiphys.conformance.scenarios.ExitHandlers;
import io.tiphys.conformance.scenarios.LifecycleHooks;
import io.tiphys.conformance.scenarios.LoopsMaps;
import io.tiphys.conformance.scenarios.LoopsParamResult;
import io.tiphys.conformance.scenarios.MapReduce;
import io.tiphys.conformance.scenarios.RetryBackoff;
import io.tiphys.conformance.scenarios.Secrets;
import io.tiphys.conformance.scenarios.SequentialAndParallelSteps;
import io.tiphys.conformance.scenarios.Synchronization;
import io.tiphys.conformance.scenarios.VolumeClaims;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Argo's examples as Java: the same meaning as the original, and no more lines than their twins in Hera have. */
class ScenarioTest {
    private static final Path SOURCES = Path.of("src/test/java/io/tiphys/conformance/scenarios");

    /**
     * One example.
     *
     * @param example Argo's file
     * @param hera the lines of its twin in Hera 7, counted as here
     * @param yaml the lines of the example
     */
    record Scenario(TemplateSource source, String example, int hera, int yaml) {
        @Override
        public String toString() {
            return example;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                new Scenario(new DagDiamond(), "dag-diamond", 12, 36),
                new Scenario(new SequentialAndParallelSteps(), "steps", 24, 29),
                new Scenario(new LoopsMaps(), "loops-maps", 21, 38),
                new Scenario(new LoopsParamResult(), "loops-param-result", 20, 36),
                new Scenario(new MapReduce(), "map-reduce", 105, 126),
                new Scenario(new Coinflip(), "coinflip", 26, 38),
                new Scenario(new ArtifactPassing(), "artifact-passing", 19, 35),
                new Scenario(new DagEnhancedDepends(), "dag-enhanced-depends", 21, 44),
                new Scenario(new RetryBackoff(), "retry-backoff", 16, 21),
                new Scenario(new ExitHandlers(), "exit-handlers", 43, 40),
                new Scenario(new LifecycleHooks(), "life-cycle-hooks-tmpl-level", 23, 35),
                new Scenario(new ClusterTemplateDag(), "cluster-workflow-template/cluster-wftmpl-dag", 22, 45),
                new Scenario(new VolumeClaims(), "volumes-pvc", 17, 37),
                new Scenario(new Secrets(), "secrets", 28, 30),
                new Scenario(new CustomMetrics(), "custom-metrics", 50, 83),
                new Scenario(new Synchronization(), "synchronization-tmpl-level", 29, 28));
    }

    private static JsonNode render(Scenario scenario) {
        return scenario.source().define(Site.defaults().allowRoot()).render().json();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void meansWhatTheExampleMeans(Scenario scenario) {
        Optional<Corpus> corpus = Corpus.find();
        assumeTrue(corpus.isPresent(), "the folder with the recorded answers is not at " + Corpus.folder());
        String text = corpus.get().text("lint/examples/" + scenario.example() + ".yaml");
        JsonNode example = new YamlReader().read(text).documents().get(0).json();
        if (scenario.source() instanceof Synchronization) {
            declareSeconds((ObjectNode) example.at("/spec/templates/1"));
        }
        String written = YamlWriter.write(render(scenario));
        JsonNode ours = new YamlReader().read(written).documents().get(0).json();
        assertThat(Same.difference(example, ours)).as(written).isEmpty();
    }

    /** Argo's example gives its template an argument that it does not take, which GEN-19 refuses. */
    private static void declareSeconds(ObjectNode template) {
        assertThat(template.has("inputs")).isFalse();
        template.putObject("inputs").putArray("parameters").addObject().put("name", "seconds");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void hasNoFinding(Scenario scenario) {
        assertThat(scenario.source().define(Site.defaults().allowRoot()).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void hasNoMoreLinesThanHerasOrTheYaml(Scenario scenario) throws IOException {
        String name = scenario.source().getClass().getSimpleName();
        long lines = count(Files.readAllLines(SOURCES.resolve(name + ".java")));
        System.out.printf(
                Locale.ROOT,
                "scenario %-46s ours %3d  Hera %3d  YAML %3d%n",
                scenario.example(),
                lines,
                scenario.hera(),
                scenario.yaml());
        assertThat(lines).isLessThanOrEqualTo(scenario.hera()).isLessThan(scenario.yaml());
    }

    /** Lines that are not blank, comment, documentation, import, package or only closing brackets. */
    private static long count(List<String> source) {
        return source.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|import |package ).*"))
                .filter(line -> !line.matches("[)}\\];,]+"))
                .count();
    }
}
