package io.tiphys.verifier.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("judged"));
        Files.writeString(folder.resolve("judged/a.yaml"), OBJECT.formatted("one") + "---\n" + OBJECT.formatted("two"));
        Files.writeString(folder.resolve("judged/b.yaml"), OBJECT.formatted("three"));
        Files.writeString(folder.resolve("context.yaml"), OBJECT.formatted("four"));
    }

    private Inventory inventory(long room) throws IOException {
        return Inventory.of(
                folder, List.of(Path.of("judged")), List.of(Path.of("context.yaml")), SourceIndex.EMPTY, room);
    }

    @Test
    void objectsAreTheSameWithAndWithoutRoomForThem() throws IOException {
        for (long room : new long[] {0, 130, 1 << 20}) {
            Inventory inventory = inventory(room);
            assertThat(inventory.entries()).extracting(Entry::name).containsExactly("one", "two", "three", "four");
            assertThat(inventory.entries())
                    .allSatisfy(entry ->
                            assertThat(inventory.manifest(entry).name()).isEqualTo(entry.name()));
            assertThat(inventory.batches()).singleElement().satisfies(part -> assertThat(part)
                    .extracting(Source::file)
                    .containsExactly("judged/a.yaml", "judged/b.yaml"));
        }
    }

    @Test
    void changedFilesAreTold() throws IOException {
        Inventory inventory = inventory(0);
        Files.writeString(folder.resolve("judged/a.yaml"), OBJECT.formatted("one"));
        Source changed = inventory.batches().get(0).get(0);
        assertThatThrownBy(() -> inventory.manifests(changed))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("judged/a.yaml was changed");
    }

    @Test
    void partsAreBounded() throws IOException {
        Files.writeString(folder.resolve("judged/a.yaml"), "# " + "x".repeat(1 << 20) + "\n" + OBJECT.formatted("one"));
        assertThat(inventory(0).batches()).hasSize(2);
    }
}
