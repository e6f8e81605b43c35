package io.tiphys.verifier.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumRunsTest {
    private static EnumRuns runs(String parameters) {
        return EnumRuns.of(PodTesting.manifests(PodTesting.workflow(
                        "arguments: {parameters: [" + parameters + "]}", "container: {image: i, command: [c]}"))
                .get(0));
    }

    private static List<String> words(EnumRuns runs) {
        return runs.tries().stream().map(EnumRuns.Try::words).toList();
    }

    @Test
    void withoutEnumsThereIsOneRun() {
        assertThat(words(runs("{name: a, value: x}"))).containsExactly("");
        assertThat(runs("{name: a}").isComplete()).isTrue();
    }

    @Test
    void fewCombinationsAreAllTried() {
        EnumRuns runs = runs("{name: a, value: u, enum: [u, v]}, {name: b, enum: ['1', '2', '3']}");
        assertThat(words(runs)).containsExactly("", "a=v", "b=2", "b=3", "a=v, b=2", "a=v, b=3");
        assertThat(runs.isComplete()).isTrue();
        assertThat(runs.tries().get(0).run().values())
                .containsExactly(java.util.Map.entry("workflow.parameters.b", "1"));
    }

    @Test
    void ofManyCombinationsEachValueIsTriedOnce() {
        String values = "enum: ['1', '2', '3', '4', '5', '6', '7']";
        EnumRuns runs = runs("{name: a, " + values + "}, {name: b, " + values + "}");
        assertThat(runs.all()).isEqualTo(49);
        assertThat(runs.tries()).hasSize(13);
        assertThat(runs.isComplete()).isFalse();
    }
}
