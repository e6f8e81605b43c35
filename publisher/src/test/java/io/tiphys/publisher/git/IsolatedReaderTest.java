package io.tiphys.publisher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedReaderTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void install() {
        IsolatedReader.install();
    }

    @Test
    void noConfigurationOfTheMachineIsSeen() throws Exception {
        SystemReader reader = SystemReader.getInstance();
        for (StoredConfig config :
                new StoredConfig[] {reader.getUserConfig(), reader.getSystemConfig(), reader.getJGitConfig()}) {
            assertThat(config.getSections()).containsExactlyInAnyOrder("gc", "receive");
            assertThat(config.getInt("gc", null, "auto", 1)).isZero();
        }
        assertThat(reader.getenv("PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(reader.openUserConfig(new Config(), FS.DETECTED).getFile()).isNull();
    }

    @Test
    void timeStampsAreNotMeasured() throws Exception {
        assertThat(FS.FileStoreAttributes.get(temporary).getFsTimestampResolution())
                .isEqualTo(Duration.ofSeconds(2));
        try (var files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void installingTwiceChangesNothing() {
        SystemReader before = SystemReader.getInstance();
        IsolatedReader.install();
        assertThat(SystemReader.getInstance()).isSameAs(before);
    }
}
