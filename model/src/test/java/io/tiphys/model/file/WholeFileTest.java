package io.tiphys.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreMadeAndNoDraftIsLeft() throws IOException {
        Path file = folder.resolve("a/b/c.json");
        WholeFile.write(file, new byte[] {1});
        WholeFile.write(file, new byte[] {2});
        assertThat(file).hasBinaryContent(new byte[] {2});
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(file.getParent())).hasSize(1);
    }

    @Test
    void whatCannotBeReplacedStaysAndNoDraftIsLeft() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a/full"));
        Files.writeString(inside.resolve("x"), "x");
        assertThatIOException().isThrownBy(() -> WholeFile.write(inside, new byte[] {1}));
        assertThat(inside.resolve("x")).hasContent("x");
        assertThat(Files.list(folder.resolve("a"))).containsExactly(inside);
    }

    /** Whoever may read the user's new files may read these: a build in a container, its reports read outside. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAreThoseOfAnyNewFile() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        Path written = folder.resolve("written");
        WholeFile.write(written, new byte[0]);
        assertThat(Files.getPosixFilePermissions(written)).isEqualTo(Files.getPosixFilePermissions(plain));
    }
}
