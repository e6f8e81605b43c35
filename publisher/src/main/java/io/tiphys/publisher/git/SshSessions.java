package io.tiphys.publisher.git;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * SSH in Java, with the user's {@code ~/.ssh}: its keys, its {@code config}, its {@code known_hosts}. A host whose key is
 * not known is refused, whatever the configuration says: nobody is there to be asked.
 */
final class SshSessions extends SshdSessionFactory {
    private final Optional<Credentials.SshKey> key;

    SshSessions(Optional<Credentials.SshKey> key) {
        super(new JGitKeyCache(), null);
        this.key = key;
    }

    @Override
    protected List<Path> getDefaultIdentities(File sshFolder) {
        return key.map(given -> List.of(given.privateKey())).orElseGet(() -> super.getDefaultIdentities(sshFolder));
    }

    @Override
    protected List<Path> getDefaultKnownHostsFiles(File sshFolder) {
        return key.flatMap(Credentials.SshKey::knownHosts)
                .map(List::of)
                .orElseGet(() -> super.getDefaultKnownHostsFiles(sshFolder));
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(CredentialsProvider provider) {
        return new GivenPassphrase(key.flatMap(Credentials.SshKey::passphrase).orElse(""));
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File sshFolder) {
        return new KnownHostsOnly(super.createServerKeyDatabase(home, sshFolder));
    }

    /** The passphrase of the key, tried once. */
    private record GivenPassphrase(String passphrase) implements KeyPasswordProvider {
        @Override
        public char @Nullable [] getPassphrase(URIish uri, int attempt) {
            return attempt == 0 && !passphrase.isEmpty() ? passphrase.toCharArray() : null;
        }

        @Override
        public void setAttempts(int attempts) {
            // one is all there is
        }

        @Override
        public boolean keyLoaded(URIish uri, int attempt, @Nullable Exception error) {
            return false;
        }
    }

    /** Known hosts as the user's files have them, strictly. */
    private record KnownHostsOnly(ServerKeyDatabase files) implements ServerKeyDatabase {
        @Override
        public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration configuration) {
            return files.lookup(address, remote, configuration);
        }

        @Override
        public boolean accept(
                String address,
                InetSocketAddress remote,
                PublicKey serverKey,
                Configuration configuration,
                @Nullable CredentialsProvider provider) {
            return files.accept(address, remote, serverKey, new Strict(configuration), null);
        }
    }

    /** The user's configuration, made strict. */
    private record Strict(ServerKeyDatabase.Configuration given) implements ServerKeyDatabase.Configuration {
        @Override
        public List<String> getUserKnownHostsFiles() {
            return given.getUserKnownHostsFiles();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return given.getGlobalKnownHostsFiles();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return given.getHashKnownHosts();
        }

        @Override
        public String getUsername() {
            return given.getUsername();
        }
    }
}
