package io.tiphys.verifier.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL that is absolute, or a path from the root: what Kubernetes takes for the format {@code uri}. */
@Immutable
final class Url extends OpaqueValue {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");
    private static final Pattern PORT = Pattern.compile("(?::[0-9]*)?");

    private final String scheme;
    private final String opaque;
    private final String user;
    private final String host;
    private final String path;
    private final String query;
    private final String fragment;

    private Url(String text) {
        check(text.chars().noneMatch(c -> c < 0x20 || c == 0x7f), "net/url: invalid control character in URL");
        check(!text.isEmpty(), "empty url");
        check(!text.startsWith(":"), "missing protocol scheme");
        int hash = text.indexOf('#');
        this.fragment = hash < 0 ? "" : text.substring(hash);
        Matcher matcher = SCHEME.matcher(hash < 0 ? text : text.substring(0, hash));
        boolean absolute = matcher.matches();
        this.scheme = absolute ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        String rest = absolute ? matcher.group(2) : hash < 0 ? text : text.substring(0, hash);
        int mark = rest.indexOf('?');
        this.query = mark < 0 ? "" : rest.substring(mark);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        boolean rooted = rest.startsWith("/") || rest.equals("*");
        check(absolute || rooted, "invalid URI for request");
        boolean authority = absolute && rest.startsWith("//");
        int slash = authority ? rest.indexOf('/', 2) : 0;
        String owner = authority ? rest.substring(2, slash < 0 ? rest.length() : slash) : "";
        this.opaque = rooted ? "" : rest;
        this.path = UrlEscapes.path(rooted ? slash < 0 ? "" : rest.substring(slash) : "");
        int at = owner.lastIndexOf('@');
        this.user = owner.substring(0, at + 1);
        this.host = host(owner.substring(at + 1));
        check(USER.matcher(user).matches(), "net/url: invalid userinfo");
        UrlEscapes.decode(path, false);
        UrlEscapes.decode(fragment, false);
    }

    /**
     * The URL that a text writes.
     *
     * @throws CelFailure if it is none
     */
    static Url parse(String text) {
        try {
            return new Url(text);
        } catch (CelFailure e) {
            throw new CelFailure("parse " + quoted(text) + ": " + e.getMessage());
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new CelFailure(otherwise);
        }
    }

    private static String host(String written) {
        boolean literal = written.startsWith("[");
        int end = written.lastIndexOf(']');
        check(!literal || end >= 0, "missing ']' in host");
        int colon = literal ? end + 1 : written.lastIndexOf(':');
        String port = colon < 0 ? "" : written.substring(colon);
        check(PORT.matcher(port).matches(), "invalid port " + quoted(port) + " after host");
        return UrlEscapes.host(written);
    }

    String scheme() {
        return scheme;
    }

    /** With the port. */
    String host() {
        return host;
    }

    String hostname() {
        int colon = colon();
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Empty if there is none. */
    String port() {
        int colon = colon();
        return colon < 0 ? "" : host.substring(colon + 1);
    }

    private int colon() {
        int colon = host.lastIndexOf(':');
        return colon >= 0 && PORT.matcher(host.substring(colon)).matches() ? colon : -1;
    }

    String escapedPath() {
        return path;
    }

    /** Values by key, in their order; what is escaped wrongly is left out. */
    Map<String, List<String>> query() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
            int equal = pair.indexOf('=');
            Optional<String> key = decoded(equal < 0 ? pair : pair.substring(0, equal));
            Optional<String> value = decoded(equal < 0 ? "" : pair.substring(equal + 1));
            if (!pair.isEmpty() && pair.indexOf(';') < 0 && key.isPresent() && value.isPresent()) {
                values.computeIfAbsent(key.get(), name -> new ArrayList<>()).add(value.get());
            }
        }
        return values;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(UrlEscapes.decode(text, true));
        } catch (CelFailure e) {
            return Optional.empty();
        }
    }

    @Override
    public Url value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.URL;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Url url && toString().equals(url.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        String start = scheme.isEmpty() ? "" : scheme + ":";
        boolean authority = !scheme.isEmpty() && opaque.isEmpty();
        return start + (authority ? "//" + user + host : "") + opaque + path + query + fragment;
    }
}
