package io.tiphys.maven;

import io.tiphys.publisher.git.Credentials;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Finds what proves to a Git server who we are: settings.xml (passwords decrypted), then the environment. */
record ServerCredentials(MavenSession session, SettingsDecrypter decrypter) {
    private static final String TOKEN = "TIPHYS_TOKEN";

    Optional<Credentials> find(@Nullable String serverId, String address) throws MojoFailureException {
        if (serverId == null || serverId.isBlank()) {
            String token = session.getSystemProperties().getProperty("env." + TOKEN, "");
            boolean usable = address.startsWith("https://") && !token.isBlank();
            return usable ? Optional.of(Credentials.token(token)) : Optional.empty();
        }
        Server configured = session.getSettings().getServer(serverId);
        if (configured == null) {
            throw new MojoFailureException("settings.xml has no <server> with the id \"" + serverId
                    + "\". Add it, or leave out tiphys.server and set the environment variable " + TOKEN + ".");
        }
        Server server = decrypter
                .decrypt(new DefaultSettingsDecryptionRequest(configured))
                .getServer();
        if (server.getPrivateKey() != null) {
            return Optional.of(new Credentials.SshKey(
                    Path.of(server.getPrivateKey()), Optional.ofNullable(server.getPassphrase()), Optional.empty()));
        }
        if (server.getPassword() == null) {
            throw new MojoFailureException("The <server> \"" + serverId
                    + "\" in settings.xml has neither a <password> (a token is one too) nor a <privateKey>.");
        }
        return Optional.of(
                server.getUsername() == null
                        ? Credentials.token(server.getPassword())
                        : new Credentials.UserPassword(server.getUsername(), server.getPassword()));
    }
}
