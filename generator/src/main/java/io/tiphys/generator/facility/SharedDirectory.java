package io.tiphys.generator.facility;

import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.Site;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory that the tasks of a workflow share, written {@code [CLAIM:]PATH[:MODE]}. The mode is {@code ro} (read only),
 * {@code rw} (the default: pods of one node read and write) or {@code rwx} (pods of any node do). Whether the claim is
 * there already cannot be known when the manifest is written, so it is said: {@link #existing} or {@link #ephemeral}.
 * Immutable.
 */
public final class SharedDirectory {
    private static final Pattern TEXT = Pattern.compile("(?:([^:/]*):)?(/[^:]*)(?::([^:/]*))?");
    private static final Pattern CLAIM = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");
    private static final Pattern VOLUME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[a-z0-9]+)+");

    private enum Mode {
        RO,
        RW,
        RWX
    }

    private final String volume;
    private final Optional<String> claim;
    private final Object size;
    private final String path;
    private final Mode mode;

    private SharedDirectory(String volume, Optional<String> claim, Object size, String path, Mode mode) {
        this.volume = volume;
        this.claim = claim;
        this.size = size;
        this.path = path;
        this.mode = mode;
    }

    /**
     * On a claim that is there already: {@code "myclaim:/opt/shared:ro"}.
     *
     * @throws IllegalArgumentException if the text has another form or names no claim
     */
    public static SharedDirectory existing(String text) {
        Matcher parts = parse(text);
        if (parts.group(1) == null) {
            throw new IllegalArgumentException("The shared directory \"" + text + "\" names no claim; write \"CLAIM:"
                    + text + "\", or make a claim for each run");
        }
        String claim = named(text, CLAIM, parts.group(1));
        String volume = named(text, VOLUME, claim.replace('.', '-'));
        return new SharedDirectory(volume, Optional.of(claim), "", parts.group(2), mode(text, parts));
    }

    /**
     * On a claim that is made for each run and deleted with it: {@code "/opt/shared"}, or {@code "scratch:/opt/shared"} to
     * name the volume.
     *
     * @param size a quantity: {@code 10Gi}
     * @throws IllegalArgumentException if the text has another form, or nobody could ever write there
     */
    public static SharedDirectory ephemeral(String text, Object size) {
        Matcher parts = parse(text);
        Mode mode = mode(text, parts);
        if (mode == Mode.RO) {
            throw new IllegalArgumentException("The shared directory \"" + text
                    + "\" is new and read only, so it stays empty; leave out \":ro\", or name a claim that exists");
        }
        String path = parts.group(2);
        String name = parts.group(1) == null ? nameOf(text, path) : parts.group(1);
        return new SharedDirectory(named(text, VOLUME, name), Optional.empty(), size, path, mode);
    }

    /**
     * The mount for each template: {@code volumes} or {@code volumeClaimTemplates}, and {@code volumeMounts}.
     *
     * @param site whose storage class new claims have
     */
    public Mount mount(Site site) {
        if (claim.isPresent()) {
            Mount mount = Dsl.existingClaim(volume, claim.get(), path);
            return mode == Mode.RO ? mount.readOnly() : mount;
        }
        Mount mount = site.claim(volume, path, size);
        return mode == Mode.RWX ? mount.source("accessModes", List.of("ReadWriteMany")) : mount;
    }

    /** Where the tasks see it. */
    public String path() {
        return path;
    }

    /**
     * A placement that also brings the pods to the node where the claim is mounted: to those with the label
     * {@code usesvolume}, or the pods of one run together if the claim is new. Mode {@code ro} needs it too, since a claim
     * that is ReadWriteOnce is one node's, however it is mounted; {@code rwx} does not.
     */
    public Placement place(Placement placement) {
        if (mode == Mode.RWX) {
            return placement;
        }
        return claim.isEmpty() ? placement.requireOneNodePerRun() : placement.requireBesideClaim(volume);
    }

    private static Matcher parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The shared directory \"" + text
                    + "\" is not of the form [CLAIM:]PATH[:MODE], where PATH begins with /");
        }
        return parts;
    }

    private static Mode mode(String text, Matcher parts) {
        return switch (Optional.ofNullable(parts.group(3)).orElse("rw")) {
            case "ro" -> Mode.RO;
            case "rw" -> Mode.RW;
            case "rwx" -> Mode.RWX;
            default ->
                throw new IllegalArgumentException("The shared directory \"" + text + "\" has the mode \""
                        + parts.group(3) + "\"; allowed are ro, rw and rwx");
        };
    }

    private static String nameOf(String text, String path) {
        if (!PLAIN_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("The path of the shared directory \"" + text
                    + "\" gives no name for its volume; write \"NAME:" + text + "\"");
        }
        return path.substring(1).replace('/', '-');
    }

    private static String named(String text, Pattern allowed, String name) {
        if (!allowed.matcher(name).matches()) {
            throw new IllegalArgumentException("The shared directory \"" + text + "\" has the claim or volume \"" + name
                    + "\"; allowed are up to 63 of a-z, 0-9 and '-', letters or digits at both ends");
        }
        return name;
    }
}
