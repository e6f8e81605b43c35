package io.tiphys.generator.facility;

import java.util.regex.Pattern;

/**
 * The name of an image in its parts, so that registry, repository and tag are each said once: for {@code image(…)}, by its
 * text. Immutable.
 */
public final class ImageName {
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?(:[0-9]{1,5})?");
    private static final String WORD = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY = Pattern.compile(WORD + "(/" + WORD + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final String registry;
    private final String repository;
    private final String version;

    private ImageName(String registry, String repository, String version) {
        this.registry = registry;
        this.repository = repository;
        this.version = version;
    }

    /**
     * An image without a tag as yet.
     *
     * @param registry the host, such as {@code docker.io}, with or without a port
     * @param repository the path there, such as {@code library/busybox}
     * @throws IllegalArgumentException if one of them can be no part of an image's name
     */
    public static ImageName of(String registry, String repository) {
        check(REGISTRY, "registry", registry);
        check(REPOSITORY, "repository", repository);
        return new ImageName(registry, repository, "");
    }

    /** The version; a text or, where whoever submits may choose it, an input, declared with {@code inputs(…)}. */
    public ImageName tag(Object tag) {
        check(TAG, "tag", tag.toString());
        return new ImageName(registry, repository, ":" + tag);
    }

    /** The one image with this content: {@code sha256:…}. */
    public ImageName digest(String digest) {
        check(DIGEST, "digest", digest);
        return new ImageName(registry, repository, "@" + digest);
    }

    private static void check(Pattern pattern, String part, String text) {
        if (!text.contains("{{") && !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no " + part + " of an image; allowed is " + pattern.pattern());
        }
    }

    /** {@code REGISTRY/REPOSITORY:TAG}. */
    @Override
    public String toString() {
        return registry + "/" + repository + version;
    }
}
