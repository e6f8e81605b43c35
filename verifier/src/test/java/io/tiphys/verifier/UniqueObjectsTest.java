package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueObjectsTest {
    @TempDir
    private Path folder;

    private List<Finding> check(String first, String second) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), object(first));
        Files.writeString(folder.resolve("y.yaml"), object(second));
        Inventory inventory = Inventory.of(folder, List.of(folder), List.of(), SourceIndex.EMPTY);
        UniqueObjects unique = new UniqueObjects(inventory.entries());
        return inventory.entries().stream()
                .map(inventory::manifest)
                .map(unique::check)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String object(String metadata) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: " + metadata + "\n";
    }

    @Test
    void name10Fails() throws IOException {
        assertThat(check("{name: a}", "{name: a}")).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("NAME-10");
            assertThat(finding.message()).isEqualTo("WorkflowTemplate \"a\" is defined already in x.yaml:3");
            assertThat(finding.place().file()).isEqualTo("y.yaml");
            assertThat(finding.place().line()).isEqualTo(3);
        });
    }

    @Test
    void name10Passes() throws IOException {
        assertThat(check("{name: a}", "{name: b}")).isEmpty();
        assertThat(check("{name: a, namespace: x}", "{name: a, namespace: y}")).isEmpty();
        assertThat(check("{generateName: a-}", "{generateName: a-}")).isEmpty();
    }
}
