package io.tiphys.publisher.git;

import java.nio.file.Path;
import java.util.Optional;

/** What proves to a Git server who we are. The text form of each kind hides its secret. */
public sealed interface Credentials {

    /** A user with a password, or with a token in place of the password (https). */
    record UserPassword(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "UserPassword[***]";
        }
    }

    /**
     * A key for ssh. Without one, the keys and hosts of {@code ~/.ssh} serve.
     *
     * @param privateKey the file of the private key
     * @param passphrase of the file, if it has one
     * @param knownHosts the file of the hosts to trust, in place of {@code ~/.ssh/known_hosts}
     */
    record SshKey(Path privateKey, Optional<String> passphrase, Optional<Path> knownHosts) implements Credentials {
        @Override
        public String toString() {
            return "SshKey[" + privateKey + "]";
        }
    }

    /** A token for https, with the user name that hosting services take beside any token. */
    static Credentials token(String token) {
        return new UserPassword("x-access-token", token);
    }
}
