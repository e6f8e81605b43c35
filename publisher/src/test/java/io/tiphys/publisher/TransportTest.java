package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.publisher.git.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same publication over each way to a server. */
@Timeout(60)
class TransportTest {
    @TempDir
    Path temporary;

    private Area area;

    @BeforeEach
    void init() throws IOException {
        area = Area.init(temporary.resolve("area.git"));
    }

    private PublishRequest request(String url, Map<String, String> manifests) throws IOException {
        Path folder = Area.manifests(temporary.resolve("manifests"), manifests);
        return Area.request(folder, new Target(url, false, "main", "templates"));
    }

    private void publishesTwice(String url, Optional<Credentials> credentials) throws Exception {
        Set<Path> before = leftovers();
        PublishRequest first = request(url, Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n"));
        PublishResult made =
                Publisher.publish(credentials.map(first::withCredentials).orElse(first));
        assertThat(made.before()).isEmpty();
        area.commit(Map.of("README.md", "by\r\nhand"));
        PublishRequest second = request(url, Map.of("a.yaml", "a: 2\n"));
        PublishResult next =
                Publisher.publish(credentials.map(second::withCredentials).orElse(second));

        assertThat(next.changes()).hasSize(2);
        assertThat(area.manifests())
                .containsExactly(Map.entry("README.md", "by\r\nhand"), Map.entry("templates/a.yaml", "a: 2\n"));
        assertThat(area.log()).hasSize(3);
        assertThat(next.after()).contains(area.log().get(0).name());
        assertThat(Publisher.publish(credentials.map(second::withCredentials).orElse(second))
                        .committed())
                .isFalse();
        assertThat(leftovers()).isEqualTo(before);
    }

    private static Set<Path> leftovers() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("tiphys-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void git() throws Exception {
        try (Servers.Running server = Servers.daemon(area)) {
            publishesTwice(server.url(), Optional.empty());
        }
    }

    @Test
    void http() throws Exception {
        try (Servers.Running server = Servers.http(area, "ada", "geheim")) {
            publishesTwice(server.url(), Optional.of(new Credentials.UserPassword("ada", "geheim")));
            publishesNothingMore(server.url().replace("://", "://ada:geheim@"));
        }
    }

    private void publishesNothingMore(String url) throws Exception {
        PublishResult result = Publisher.publish(request(url, Map.of("a.yaml", "a: 2\n")));
        assertThat(result.committed()).isFalse();
        assertThat(result.repository()).contains("://***@").doesNotContain("geheim");
    }

    @Test
    void httpWithTheWrongPassword() throws Exception {
        try (Servers.Running server = Servers.http(area, "ada", "geheim")) {
            for (String url : new String[] {server.url(), server.url().replace("://", "://ada:falsch@")}) {
                assertThatThrownBy(() -> Publisher.publish(request(url, Map.of("a.yaml", "a: 1\n"))))
                        .isInstanceOf(PublishException.class)
                        .hasMessageContaining("does not accept who we are")
                        .message()
                        .doesNotContain("falsch");
            }
        }
    }

    @Test
    void ssh() throws Exception {
        Path key = Servers.key(temporary.resolve("id"));
        Path known = temporary.resolve("known_hosts");
        try (Servers.Running server = Servers.ssh(area, Path.of(key + ".pub"), known)) {
            publishesTwice(
                    server.url(), Optional.of(new Credentials.SshKey(key, Optional.empty(), Optional.of(known))));
        }
    }

    @Test
    void sshToAHostThatIsNotKnown() throws Exception {
        Path key = Servers.key(temporary.resolve("id"));
        Path known = temporary.resolve("known_hosts");
        try (Servers.Running server = Servers.ssh(area, Path.of(key + ".pub"), known)) {
            Files.writeString(known, "");
            PublishRequest request = request(server.url(), Map.of("a.yaml", "a: 1\n"))
                    .withCredentials(new Credentials.SshKey(key, Optional.empty(), Optional.of(known)));
            assertThatThrownBy(() -> Publisher.publish(request))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("the key of the host 127.0.0.1 is not known");
            assertThat(known).isEmptyFile();
        }
    }

    @Test
    void sshWithAnotherKey() throws Exception {
        Path key = Servers.key(temporary.resolve("id"));
        Path other = Servers.key(temporary.resolve("other"));
        Path known = temporary.resolve("known_hosts");
        try (Servers.Running server = Servers.ssh(area, Path.of(key + ".pub"), known)) {
            PublishRequest request = request(server.url(), Map.of("a.yaml", "a: 1\n"))
                    .withCredentials(new Credentials.SshKey(other, Optional.empty(), Optional.of(known)));
            assertThatThrownBy(() -> Publisher.publish(request))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("does not accept who we are");
        }
    }

    @Test
    void aRepositoryThatTheServerDoesNotHave() throws Exception {
        try (Servers.Running server = Servers.daemon(area)) {
            Files.move(area.folder, temporary.resolve("away.git"), StandardCopyOption.ATOMIC_MOVE);
            assertThatThrownBy(() -> Publisher.publish(request(server.url(), Map.of("a.yaml", "a: 1\n"))))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void aServerThatRefuses() throws Exception {
        area.commit(Map.of("README.md", "r"));
        try (Servers.Running server = Servers.protectedDaemon(area, "protected branch\nask the keeper")) {
            assertThatThrownBy(() -> Publisher.publish(request(server.url(), Map.of("a.yaml", "a: 1\n"))))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("refused the commit for branch main")
                    .hasMessageContaining("protected branch ask the keeper");
        }
        assertThat(area.log()).hasSize(1);
    }
}
