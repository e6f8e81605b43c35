package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishReportTest {
    @TempDir
    Path temporary;

    @Test
    void hasTheFieldsThatScriptsRelyOn() throws Exception {
        PublishResult result = new PublishResult(
                new Target("https://ada:geheim@host/area.git", false, "main", "t").display(),
                "main",
                Optional.empty(),
                Optional.of("0123456789012345678901234567890123456789"),
                List.of(
                        new FileChange("t/a.yaml", FileChange.Kind.ADDED, false),
                        new FileChange("t/b.yaml", FileChange.Kind.CHANGED, true)),
                3,
                1,
                false);
        Path file = temporary.resolve("deep/publish.json");
        PublishReport.write(result, file);
        PublishReport.write(result, file);

        assertThat(Files.readString(file)).isEqualTo("""
                        {
                          "repository": "https://***@host/area.git",
                          "branch": "main",
                          "before": null,
                          "after": "0123456789012345678901234567890123456789",
                          "added": [
                            "t/a.yaml"
                          ],
                          "changed": [
                            "t/b.yaml"
                          ],
                          "removed": [],
                          "unchanged": 3,
                          "attempts": 1,
                          "pullRequest": null
                        }
                        """);
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }
}
