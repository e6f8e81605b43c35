package io.tiphys.publisher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.Daemon;
import org.eclipse.jgit.transport.DaemonClient;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git servers in this process, for true transports; each serves one writable repository. */
final class Servers {
    private Servers() {}

    /** A running server. */
    record Running(String url, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /** The git protocol, for anybody. */
    static Running daemon(Area area) throws IOException {
        return daemon(area, (pack, commands) -> {});
    }

    /** The git protocol; every push is refused for this reason. */
    static Running protectedDaemon(Area area, String reason) throws IOException {
        return daemon(
                area,
                (pack, commands) -> commands.forEach(
                        command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, reason)));
    }

    private static Running daemon(Area area, PreReceiveHook hook) throws IOException {
        Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((DaemonClient client, String name) -> {
            try {
                return area.open();
            } catch (IOException missing) {
                throw new RepositoryNotFoundException(name, missing);
            }
        });
        daemon.setReceivePackFactory((client, repository) -> {
            ReceivePack pack = new ReceivePack(repository);
            pack.setPreReceiveHook(hook);
            return pack;
        });
        daemon.getService("git-receive-pack").setEnabled(true);
        daemon.start();
        return new Running("git://127.0.0.1:" + daemon.getAddress().getPort() + "/area.git", daemon::stop);
    }

    /** Smart HTTP, for one user. */
    static Running http(Area area, String user, String password) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService pool = Executors.newCachedThreadPool();
        server.setExecutor(pool);
        String login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        server.createContext("/area.git/", exchange -> {
            try (exchange) {
                if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"area\"");
                    exchange.sendResponseHeaders(401, -1);
                    return;
                }
                serve(area, exchange);
            }
        });
        server.start();
        return new Running("http://127.0.0.1:" + server.getAddress().getPort() + "/area.git", () -> {
            server.stop(0);
            pool.shutdownNow();
        });
    }

    private static void serve(Area area, HttpExchange exchange) throws IOException {
        boolean advertise = exchange.getRequestMethod().equals("GET");
        String service = advertise
                ? exchange.getRequestURI().getQuery().replace("service=", "")
                : exchange.getRequestURI().getPath().replace("/area.git/", "");
        String type = "application/x-" + service + (advertise ? "-advertisement" : "-result");
        exchange.getResponseHeaders().add("Content-Type", type);
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        PacketLineOut lines = new PacketLineOut(out);
        if (advertise) {
            lines.writeString("# service=" + service + "\n");
            lines.end();
        }
        try (Repository repository = area.open()) {
            RefAdvertiser advertiser = new RefAdvertiser.PacketLineOutRefAdvertiser(lines);
            if (service.equals("git-upload-pack")) {
                UploadPack pack = new UploadPack(repository);
                pack.setBiDirectionalPipe(false);
                if (advertise) {
                    pack.sendAdvertisedRefs(advertiser);
                } else {
                    pack.upload(in, out, null);
                }
            } else {
                ReceivePack pack = new ReceivePack(repository);
                pack.setBiDirectionalPipe(false);
                if (advertise) {
                    pack.sendAdvertisedRefs(advertiser);
                } else {
                    pack.receive(in, out, null);
                }
            }
        }
    }

    /** SSH for the holder of one key; its host key is written as a known host to the file. */
    static Running ssh(Area area, Path authorized, Path knownHosts) throws Exception {
        KeyPair host = rsa();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        AuthorizedKeyEntry allowed = AuthorizedKeyEntry.parseAuthorizedKeyEntry(Files.readString(authorized));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, resolved(allowed)));
        server.setCommandFactory((channel, line) -> new Pack(area, line));
        server.start();
        Files.writeString(
                knownHosts, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
        return new Running("ssh://git@127.0.0.1:" + server.getPort() + "/area.git", () -> {
            try {
                server.stop(true);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }

    private static java.security.PublicKey resolved(AuthorizedKeyEntry entry) {
        try {
            return entry.resolvePublicKey(null, null);
        } catch (IOException | java.security.GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    static KeyPair rsa() throws java.security.NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Writes a private key, and beside it the public one as {@code authorized_keys} has it. */
    static Path key(Path file) throws Exception {
        KeyPair pair = rsa();
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(Path.of(file + ".pub"), PublicKeyEntry.toString(pair.getPublic()) + "\n");
        return file;
    }

    /** Answers {@code git-upload-pack} and {@code git-receive-pack}. */
    private static final class Pack extends AbstractCommandSupport {
        private final Area area;

        Pack(Area area, String line) {
            super(line, null);
            this.area = area;
        }

        @Override
        public void run() {
            int status = 0;
            try (Repository repository = area.open()) {
                if (getCommand().startsWith("git-upload-pack")) {
                    new UploadPack(repository).upload(getInputStream(), getOutputStream(), getErrorStream());
                } else {
                    new ReceivePack(repository).receive(getInputStream(), getOutputStream(), getErrorStream());
                }
            } catch (IOException failed) {
                status = 1;
            }
            onExit(status);
        }
    }
}
