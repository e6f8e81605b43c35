package io.tiphys.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.model.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of a user in folders and jars, and what is said where there are none. */
class PolicySourcesTest {
    private static final String POLICY =
            "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: p}\n";
    private static final String CASES = "cases: []\n";

    @TempDir
    Path folder;

    private PolicySources load(String source) throws IOException {
        return PolicySources.load(folder, List.of(Path.of(source)));
    }

    private void jar(String name, String... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void pol08Passes() throws Exception {
        Files.createDirectories(folder.resolve("own/deep"));
        Files.writeString(folder.resolve("own/deep/p.yaml"), POLICY);
        Files.writeString(folder.resolve("own/deep/p.cases.yaml"), CASES);
        jar("own.jar", "a/p.yaml", POLICY, "a/p.cases.yaml", CASES, "a/readme.txt", "text");
        for (String source : List.of("own", "own/deep/p.yaml", "own.jar")) {
            assertThat(load(source).findings()).as(source).isEmpty();
            assertThat(load(source).policies()).as(source).hasSize(1);
        }
        assertThat(load("own").cases()).hasSize(1);
        assertThat(load("own.jar").cases()).hasSize(1);
    }

    @Test
    void pol08Fails() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        jar("empty.jar", "readme.txt", "text");
        for (String source : List.of("empty", "empty.jar")) {
            assertThat(load(source).findings()).as(source).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("POL-08");
                assertThat(finding.place().file()).isEqualTo(source);
            });
        }
    }

    @Test
    void whatIsNotThereOrNoYamlIsTold() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), "a: [");
        assertThat(load("nowhere").findings()).extracting(Finding::rule).containsExactly("LOAD-05");
        assertThat(load("broken.yaml").findings()).extracting(Finding::rule).containsExactly("LOAD-01");
    }

    @Test
    void aJarThatIsNoneIsNamed() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "text");
        assertThatThrownBy(() -> load("broken.jar"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.jar is no jar");
    }
}
