package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.STRING;
import static io.tiphys.verifier.cel.Types.URL;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import java.util.List;

/** URLs: {@code url('https://example.org:80/').getHost()}. */
final class UrlLibrary extends CelLibrary {
    /** A part of a URL. */
    @Immutable
    private interface Part {
        String of(Url url);
    }

    UrlLibrary() {
        super(List.of(
                new CelFunction("url", UrlLibrary::url).global(URL, STRING),
                new CelFunction("isURL", UrlLibrary::isUrl).global(BOOL, STRING),
                part("getScheme", Url::scheme),
                part("getHost", Url::host),
                part("getHostname", Url::hostname),
                part("getPort", Url::port),
                part("getEscapedPath", Url::escapedPath),
                new CelFunction("getQuery", args -> url("getQuery", args).query())
                        .member(MapType.create(STRING, Types.list(STRING)), URL)));
    }

    @Override
    List<CelType> types() {
        return List.of(URL);
    }

    private static CelFunction part(String name, Part part) {
        return new CelFunction(name, args -> part.of(url(name, args))).member(STRING, URL);
    }

    private static Object url(Object[] args) {
        String text = text("url", args);
        try {
            return Url.parse(text);
        } catch (CelFailure e) {
            throw new CelFailure("URL parse error during conversion from string: " + e.getMessage());
        }
    }

    private static Object isUrl(Object[] args) {
        String text = text("isURL", args);
        try {
            Url.parse(text);
            return true;
        } catch (CelFailure e) {
            return false;
        }
    }

    private static String text(String function, Object... args) {
        if (args[0] instanceof String text) {
            return text;
        }
        throw CelFailure.noSuchOverload(function, args);
    }

    private static Url url(String function, Object... args) {
        if (args[0] instanceof Url url) {
            return url;
        }
        throw CelFailure.noSuchOverload(function, args);
    }
}
