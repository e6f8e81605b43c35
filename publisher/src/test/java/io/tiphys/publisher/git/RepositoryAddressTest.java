package io.tiphys.publisher.git;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://host/a.git,                      https://host/a.git",
        "https://ada:pw@host/a.git,               https://***@host/a.git",
        "https://token@host/a.git,                https://***@host/a.git",
        "https://a:p@w@host/a.git,                https://***@host/a.git",
        "https://host/a.git?private_token=s#x,    https://host/a.git?***",
        "https://ada:pw@host,                     https://***@host",
        "ssh://git@host:22/a.git,                 ssh://git@host:22/a.git",
        "ssh://git:pw@host/a.git,                 ssh://git:***@host/a.git",
        "git@host:a/b.git,                        git@host:a/b.git",
        "/srv/a@b.git,                            /srv/a@b.git",
        "https://host/a@b.git,                    https://host/a@b.git"
    })
    void credentialsAreMasked(String url, String shown) {
        assertThat(RepositoryAddress.masked(url)).isEqualTo(shown);
    }

    @Property
    void aPasswordIsNeverShown(@ForAll("secrets") String user, @ForAll("secrets") String password) throws GitException {
        String url = "https://" + user + ":" + password + "@host.example/area.git";
        RepositoryAddress address = RepositoryAddress.of(url);
        assertThat(address.display() + address.uri() + address.inUrl())
                .doesNotContain(user)
                .doesNotContain(password);
        assertThat(Failures.clean("cannot open " + url + ": no")).doesNotContain(password);
        assertThat(address.inUrl()).contains(new Credentials.UserPassword(user, password));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_.!~")
                .ofMinLength(16)
                .ofMaxLength(30);
    }

    @Test
    void tellsFoldersFromServers() throws GitException {
        assertThat(RepositoryAddress.of("target/area.git").folder()).isPresent();
        assertThat(RepositoryAddress.of("file:///srv/area.git").folder()).isPresent();
        assertThat(RepositoryAddress.of("git@host:area.git").folder()).isEmpty();
        assertThat(RepositoryAddress.of("ssh://git@host/area.git").uri().getUser())
                .isEqualTo("git");
        assertThat(RepositoryAddress.isRemote("nonsense://x")).isFalse();
    }
}
