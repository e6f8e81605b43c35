package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UniqueObjectsTest {
    private static List<Manifest> manifests(String first, String second) {
        return Stream.of(first, second)
                .map(metadata ->
                        "apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: " + metadata + "\n")
                .flatMap(text -> new Loader().parse("x.yaml", text, true, SourceIndex.EMPTY).manifests().stream())
                .toList();
    }

    @Test
    void name10Fails() {
        assertThat(UniqueObjects.check(manifests("{name: a}", "{name: a}")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("NAME-10");
                    assertThat(finding.message()).isEqualTo("WorkflowTemplate \"a\" is defined already in x.yaml:3");
                    assertThat(finding.place().line()).isEqualTo(3);
                });
    }

    @Test
    void name10Passes() {
        assertThat(UniqueObjects.check(manifests("{name: a}", "{name: b}"))).isEmpty();
        assertThat(UniqueObjects.check(manifests("{name: a, namespace: x}", "{name: a, namespace: y}")))
                .isEmpty();
        assertThat(UniqueObjects.check(manifests("{generateName: a-}", "{generateName: a-}")))
                .isEmpty();
    }
}
