package io.tiphys.publisher.git;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Hands user and password to the host that they are meant for, never to one that it redirects to, and never in the
 * clear over a network. Asks nobody: a question that it cannot answer is remembered as a failed login.
 */
final class GivenCredentials extends CredentialsProvider {
    private final RepositoryAddress address;
    private final Optional<Credentials.UserPassword> login;
    private boolean asked;

    GivenCredentials(RepositoryAddress address, Optional<Credentials.UserPassword> login) {
        this.address = address;
        this.login = login;
    }

    /** Whether the server wanted to know who we are. */
    boolean wasAsked() {
        return asked;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return Arrays.stream(items)
                .allMatch(item -> item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        asked = true;
        boolean same = place(address.uri()).equalsIgnoreCase(place(uri));
        if (login.isEmpty() || !same || !address.isPrivate() || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.get().user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(login.get().password().toCharArray());
            }
        }
        return true;
    }

    private static String place(URIish uri) {
        String scheme = uri.getScheme() == null ? "ssh" : uri.getScheme();
        return scheme + "://" + uri.getHost() + (scheme.equals("ssh") ? "" : ":" + uri.getPort());
    }
}
