package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.verifier.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
    @TempDir
    Path folder;

    @Test
    void severalInOneRunAndTheStandardOutput() throws MojoFailureException {
        assertThat(ReportFile.parse(List.of("sarif:out/a:b.sarif", " github: -"), folder()::resolveFile))
                .containsExactly(
                        new ReportFile(ReportFormat.SARIF, Optional.of(folder.resolve("out/a:b.sarif"))),
                        new ReportFile(ReportFormat.GITHUB, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "json:", "xml:a.xml", ":a", ""})
    void whatIsNoReportIsToldWithTheFormats(String text) {
        assertThatThrownBy(() -> ReportFile.parse(List.of(text), folder()::resolveFile))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageEndingWith("json, sarif, junit, github, markdown, html, text.");
    }

    @Test
    void aFolderIsNoReport() {
        assertThatThrownBy(() -> ReportFile.parse(List.of("json:."), folder()::resolveFile))
                .hasMessageContaining("is a folder");
    }

    private Base folder() {
        return new Base(folder);
    }

    private record Base(Path path) {
        Path resolveFile(File file) {
            return path.resolve(file.getPath()).normalize();
        }
    }
}
