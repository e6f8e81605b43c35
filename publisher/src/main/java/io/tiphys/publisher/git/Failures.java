package io.tiphys.publisher.git;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.jspecify.annotations.Nullable;

/** Turns what a transport threw into what a user can mend. */
final class Failures {
    private static final int LONGEST = 300;

    private Failures() {}

    static GitException of(RepositoryAddress address, String what, boolean asked, IOException failed) {
        String head = "The repository " + address.display() + " cannot be " + what + ": ";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SocketTimeoutException) {
                return new GitException(
                        head + "the server " + address.uri().getHost() + " cannot be reached.",
                        "Check the address, the network, and the proxy settings of the JVM.",
                        failed);
            }
            if (cause instanceof SSLException) {
                return new GitException(
                        head + "its certificate is not trusted: " + clean(cause.getMessage()),
                        "Give the JVM the facility's certificates: -Djavax.net.ssl.trustStore=FILE",
                        failed);
            }
            if (cause instanceof SshException ssh) {
                if (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
                    return new GitException(
                            head + "the key of the host " + address.uri().getHost() + " is not known.",
                            "Compare its fingerprint with the one that the server's keeper publishes, then add it to "
                                    + "~/.ssh/known_hosts.",
                            failed);
                }
                if (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                    return authentication(head, failed);
                }
            }
            if (cause instanceof NoRemoteRepositoryException || cause instanceof RepositoryNotFoundException) {
                return new GitException(
                        head + "the server knows no such repository, or does not show it to this user.",
                        "Check the address, and that the user may read it.",
                        failed);
            }
        }
        return asked
                ? authentication(head, failed)
                : new GitException(
                        head + clean(failed.getMessage()),
                        "Check that git push works from here with the same address and user.",
                        failed);
    }

    private static GitException authentication(String head, IOException failed) {
        return new GitException(
                head + "the server does not accept who we are.",
                "Give a user and token (settings.xml <server>, parameter server), or an ssh key that may write.",
                failed);
    }

    /** What another program said: one line, bounded, no control characters, no credentials of a URL. */
    static String clean(@Nullable String said) {
        String line = String.valueOf(said)
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Failures::maskedWords)
                .reduce((one, next) -> one + " " + next)
                .orElse("no reason given");
        StringBuilder visible = new StringBuilder();
        line.codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static String maskedWords(String line) {
        StringBuilder masked = new StringBuilder();
        for (String word : line.split(" ")) {
            masked.append(masked.isEmpty() ? "" : " ").append(RepositoryAddress.masked(word));
        }
        return masked.toString();
    }
}
