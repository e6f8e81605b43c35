package io.tiphys.verifier.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.pod.CallGraph;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: wf}
            spec:
              entrypoint: main
              parallelism: %d
              templates:
              - name: one
                container: {image: i, command: [c], resources: {requests: {cpu: '1'}}}
              - name: four
                container: {image: i, command: [c], resources: {requests: {cpu: '4'}}}
              - name: daemon
                daemon: true
                container: {image: i, command: [c], resources: {requests: {cpu: '2'}}}
              - name: main
            """;

    @TempDir
    Path folder;

    private Usage usage(int parallelism, String main) throws Exception {
        Files.writeString(folder.resolve("a.yaml"), HEAD.formatted(parallelism) + main.indent(4));
        return Explainer.explain(new ExplainRequest(
                        folder, List.of(folder), List.of(), SourceIndex.EMPTY, Optional.empty(), Map.of()))
                .documents()
                .get(0)
                .usage();
    }

    private static String cpu(Amounts amounts) {
        return amounts.open().contains("cpu")
                ? "unknown"
                : amounts.of("cpu").stripTrailingZeros().toPlainString();
    }

    @Test
    void stepsFollowOneAnother() throws Exception {
        Usage usage = usage(0, """
                steps:
                - - {name: a, template: one, withItems: [1, 2, 3]}
                - - {name: b, template: four}
                """);
        assertThat(cpu(usage.total())).isEqualTo("7");
        assertThat(cpu(usage.peak())).isEqualTo("4");
        assertThat(usage.peak().of("pods")).isEqualByComparingTo("3");
    }

    @Test
    void tasksRunTogetherUnlessOneWaits() throws Exception {
        String tasks = """
                dag:
                  tasks:
                  - {name: a, template: one}
                  - {name: b, template: four, depends: a.Succeeded}
                  - {name: c, template: four}
                  - {name: d, template: one, dependencies: [c]}
                """;
        assertThat(cpu(usage(0, tasks).peak())).isEqualTo("8");
        assertThat(cpu(usage(1, tasks).peak())).isEqualTo("4");
        assertThat(cpu(usage(0, "parallelism: 1\n" + tasks).peak())).isEqualTo("4");
    }

    @Test
    void aDaemonGoesOn() throws Exception {
        Usage usage = usage(0, """
                steps:
                - - {name: a, template: daemon}
                - - {name: b, template: four}
                """);
        assertThat(cpu(usage.peak())).isEqualTo("6");
    }

    @Test
    void anUnknownCountIsSaidAndParallelismBoundsIt() throws Exception {
        String loop = """
                inputs: {parameters: [{name: list}]}
                steps:
                - - {name: a, template: four, withParam: '{{inputs.parameters.list}}'}
                """;
        Usage open = usage(0, loop);
        assertThat(cpu(open.total())).isEqualTo("unknown");
        assertThat(cpu(open.peak())).isEqualTo("unknown");
        assertThat(open.unknown()).containsExactly("how often a of main runs; each time it takes cpu 4, pods 1");
        assertThat(cpu(usage(3, loop).peak())).isEqualTo("12");
        assertThat(cpu(usage(3, loop).total())).isEqualTo("unknown");
    }

    @Test
    void aLongSequenceIsCounted() throws Exception {
        Usage usage = usage(0, "steps: [[{name: a, template: one, withSequence: {count: '500'}}]]");
        assertThat(cpu(usage.total())).isEqualTo("500");
    }

    @Test
    void aRecursionIsUnknown() throws Exception {
        Usage usage = usage(0, """
                steps:
                - - {name: a, template: one}
                - - {name: again, template: main, when: '{{steps.a.outputs.result}} == x'}
                """);
        assertThat(cpu(usage.total())).isEqualTo("unknown");
        assertThat(usage.unknown()).containsExactly("how often again of main runs");
    }

    @Test
    void nestedLoopsMultiplyAndEachParallelismBounds() throws Exception {
        String nested = """
                %s
                steps: [[{name: outer, withItems: [1, 2, 3], inline: {
                  %s
                  steps: [[{name: inner, template: four, withSequence: {count: 5}}]]}}]]
                """;
        assertThat(cpu(usage(0, nested.formatted("", "")).total())).isEqualTo("60");
        assertThat(cpu(usage(0, nested.formatted("", "")).peak())).isEqualTo("60");
        assertThat(cpu(usage(0, nested.formatted("parallelism: 2", "")).peak())).isEqualTo("40");
        assertThat(cpu(usage(0, nested.formatted("parallelism: 2", "parallelism: 2,"))
                        .peak()))
                .isEqualTo("16");
        assertThat(cpu(usage(3, nested.formatted("parallelism: 2", "parallelism: 2,"))
                        .peak()))
                .isEqualTo("12");
    }

    @Test
    void exitHandlersComeAfterAndHooksBeside() throws Exception {
        String step = "steps: [[{name: a, template: four, hooks: {%s: {template: one, expression: 'true'}}}]]";
        assertThat(cpu(usage(0, step.formatted("exit")).total())).isEqualTo("5");
        assertThat(cpu(usage(0, step.formatted("exit")).peak())).isEqualTo("4");
        assertThat(cpu(usage(0, step.formatted("beside")).peak())).isEqualTo("5");
        assertThat(usage(0, step.formatted("exit")).notes())
                .containsExactly("under a condition  one of main; counted as if it runs");
    }

    @Test
    void retriesConditionsAndDaemonsAreSaid() throws Exception {
        Usage usage = usage(0, """
                steps:
                - - {name: a, template: daemon}
                - - {name: b, template: four, when: '1 == 2'}
                  - {name: c, inline: {retryStrategy: {limit: 3}, container: {image: i, command: [c]}}}
                  - {name: d, inline: {retryStrategy: {}, container: {image: i, command: [c]}}}
                """);
        assertThat(usage.notes())
                .containsExactly(
                        "tried again  (inline), at most 3 times; counted once",
                        "tried again  (inline), without limit; counted once",
                        "under a condition  b of main; counted as if it runs",
                        "daemon  daemon runs on beside what comes after it");
    }

    @Test
    void whatIsNotKnownIsNotPassedOverBelowAParallelism() throws Exception {
        Usage missing =
                usage(2, "steps: [[{name: a, template: one}, {name: b, templateRef: {name: no, template: t}}]]");
        assertThat(cpu(missing.peak())).isEqualTo("unknown");
        assertThat(missing.peak().of("pods")).isEqualByComparingTo("2");
        Usage refused = usage(
                2,
                "steps: [[{name: a, template: one}, {name: b, inline: {podSpecPatch: '{', container: {image: i}}}]]");
        assertThat(cpu(refused.peak())).isEqualTo("unknown");
        assertThat(refused.unknown()).containsExactly("the pod of (inline), which the controller refuses");
    }

    @Property(tries = 200)
    void theHeaviestSetIsTheOneThatTryingAllFinds(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> weights,
            @ForAll @Size(28) List<Boolean> edges) {
        List<CallGraph.Task> tasks = new ArrayList<>();
        int edge = 0;
        for (int i = 0; i < weights.size(); i++) {
            Set<Integer> after = new TreeSet<>();
            for (int j = 0; j < i; j++) {
                if (edges.get(edge++)) {
                    after.add(j);
                }
            }
            tasks.add(new CallGraph.Task("t" + i, List.of(), 1, true, after, false));
        }
        BigDecimal found = TaskOrder.of(tasks)
                .heaviest(weights.stream().map(BigDecimal::valueOf).toList());
        assertThat(found).isEqualByComparingTo(BigDecimal.valueOf(best(tasks, weights)));
    }

    private static int best(List<CallGraph.Task> tasks, List<Integer> weights) {
        int count = weights.size();
        boolean[][] before = new boolean[count][count];
        for (int i = 0; i < count; i++) {
            for (int j : tasks.get(i).after()) {
                before[j][i] = true;
                for (int k = 0; k < count; k++) {
                    before[k][i] |= before[k][j];
                }
            }
        }
        int best = 0;
        for (int set = 0; set < 1 << count; set++) {
            int sum = 0;
            boolean apart = true;
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    apart &= (set >> i & 1) == 0 || (set >> j & 1) == 0 || !before[i][j];
                }
                sum += (set >> i & 1) == 0 ? 0 : weights.get(i);
            }
            best = apart ? Math.max(best, sum) : best;
        }
        return best;
    }
}
