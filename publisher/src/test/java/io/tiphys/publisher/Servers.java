package io.tiphys.publisher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.Daemon;
import org.eclipse.jgit.transport.DaemonClient;

/** Git servers in this process, for true transports. */
final class Servers {
    private Servers() {}

    /** A server of the git protocol. */
    record GitDaemon(Daemon daemon, String url) implements AutoCloseable {
        @Override
        public void close() {
            daemon.stop();
        }
    }

    /** Serves one repository as {@code /area.git}, writable. */
    static GitDaemon daemon(Area area) throws IOException {
        Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((DaemonClient client, String name) -> {
            try {
                Repository repository = area.open();
                repository.incrementOpen();
                return repository;
            } catch (IOException missing) {
                throw new org.eclipse.jgit.errors.RepositoryNotFoundException(name, missing);
            }
        });
        daemon.getService("git-receive-pack").setEnabled(true);
        daemon.start();
        String host = daemon.getAddress().getAddress().getHostAddress();
        return new GitDaemon(daemon, "git://" + host + ":" + daemon.getAddress().getPort() + "/area.git");
    }
}
