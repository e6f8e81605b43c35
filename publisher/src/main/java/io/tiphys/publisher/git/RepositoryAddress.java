package io.tiphys.publisher.git;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/**
 * Where a repository is: a folder of this machine, or a URL.
 *
 * @param display the address as given, credentials masked
 * @param folder the folder, if it is on this machine
 * @param uri the URL without user and password, unless ssh, whose user is part of the address
 * @param inUrl the credentials that stood in the URL
 */
record RepositoryAddress(String display, Optional<Path> folder, URIish uri, Optional<Credentials.UserPassword> inUrl) {
    private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git", "file");
    private static final String FORMS =
            "Give a folder, or a URL such as https://host/area.git, ssh://git@host/area.git or file:///srv/area.git.";

    static RepositoryAddress of(String text) throws GitException {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new GitException("The repository address is empty or holds control characters.", FORMS);
        }
        Optional<Path> existing = existing(text);
        if (existing.isPresent()) {
            return local(text, existing.get());
        }
        URIish uri;
        try {
            uri = new URIish(text);
        } catch (URISyntaxException wrong) {
            throw new GitException("The repository address \"" + masked(text) + "\" is not valid.", FORMS);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("file") || (scheme.isEmpty() && uri.getHost() == null)) {
            return local(text, path(uri.getPath(), text));
        }
        if (!scheme.isEmpty() && !SCHEMES.contains(scheme)) {
            throw new GitException(
                    "The repository address \"" + masked(text) + "\" has the scheme \"" + scheme + "\"; known are "
                            + "https, http, ssh, git and file.",
                    FORMS);
        }
        return remote(uri, scheme, masked(text));
    }

    private static RepositoryAddress remote(URIish uri, String scheme, String display) {
        if (scheme.isEmpty() || scheme.equals("ssh")) {
            Optional<Credentials.UserPassword> login = Optional.ofNullable(uri.getPass())
                    .map(pass -> new Credentials.UserPassword(uri.getUser() == null ? "" : uri.getUser(), pass));
            return new RepositoryAddress(display, Optional.empty(), uri.setPass(null), login);
        }
        Optional<Credentials.UserPassword> login = Optional.ofNullable(uri.getUser())
                .map(user -> new Credentials.UserPassword(user, uri.getPass() == null ? "" : uri.getPass()));
        return new RepositoryAddress(
                display, Optional.empty(), uri.setUser(null).setPass(null), login);
    }

    private static RepositoryAddress local(String text, Path folder) {
        return new RepositoryAddress(text, Optional.of(folder), new URIish(), Optional.empty());
    }

    private static Optional<Path> existing(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::exists);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Path path(String text, String whole) throws GitException {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new GitException("The repository address \"" + masked(whole) + "\" is not a valid path.", FORMS);
        }
    }

    /** Whether a text is the address of a repository that other machines can reach. */
    static boolean isRemote(String text) {
        try {
            return of(text).folder().isEmpty();
        } catch (GitException none) {
            return false;
        }
    }

    /** Whether a password may be sent: never in the clear over a network. */
    boolean isPrivate() {
        return !"http".equalsIgnoreCase(uri.getScheme())
                || Set.of("localhost", "127.0.0.1", "[::1]", "::1").contains(String.valueOf(uri.getHost()));
    }

    /**
     * A URL with user, password and query replaced by {@code ***}; the user of an ssh address stays, for it is no
     * secret. A text that is no URL comes back as it is.
     */
    static String masked(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        int start = scheme + 3;
        int slash = text.indexOf('/', start);
        int at = text.lastIndexOf('@', slash < 0 ? text.length() : slash);
        String head = text.substring(0, start);
        String rest = text.substring(start);
        if (at >= start) {
            String login = text.substring(start, at);
            int colon = login.indexOf(':');
            boolean ssh = head.toLowerCase(Locale.ROOT).startsWith("ssh");
            String shown = !ssh ? "***" : colon < 0 ? login : login.substring(0, colon) + ":***";
            rest = shown + text.substring(at);
        }
        int query = rest.indexOf('?');
        return head + (query < 0 ? rest : rest.substring(0, query) + "?***");
    }
}
