package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlVersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"yes", "N", "off", "0644", "-010", "1_000", "0b11"})
    void readersDiffer(String plain) {
        assertThat(YamlVersions.difference(plain)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "true",
                "False",
                "0",
                "00",
                "12",
                "-3",
                "0x1F",
                "0o17",
                "1e3",
                ".5",
                ".inf",
                "a",
                "1.2.3",
                "2026-01-31"
            })
    void readersAgree(String plain) {
        assertThat(YamlVersions.difference(plain)).isEmpty();
    }

    @Test
    void saysBothReadings() {
        assertThat(YamlVersions.difference("0644"))
                .hasValue("Kubernetes reads 420, readers of YAML 1.2 read the number 644");
        assertThat(YamlVersions.difference("yes"))
                .hasValue("Kubernetes reads true, readers of YAML 1.2 read the text \"yes\"");
    }

    @Test
    void boundsDocuments() {
        YamlFile file = new YamlReader().read("---\n".repeat(1_000_000) + "a: 1\n");
        assertThat(file.documents()).isEmpty();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(YamlProblem.Kind.LIMIT);
            assertThat(problem.message()).contains("50000 documents");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n...\nb: 2\n", "a: 1\n...\n}\n"})
    void saysWhatIsLeftOut(String text) {
        YamlFile file = new YamlReader().read(text);
        assertThat(file.documents()).singleElement().satisfies(document -> assertThat(document.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(YamlProblem.Kind.DROPPED);
                    assertThat(problem.position().line()).isEqualTo(3);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n...\n", "a: 1\n...\n# end\n", "a: 1\n...\n---\nb: 2\n"})
    void leavesNothingOut(String text) {
        YamlFile file = new YamlReader().read(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.documents())
                .allSatisfy(document -> assertThat(document.problems()).isEmpty());
    }
}
