package io.tiphys.verifier.expr;

import java.util.List;

/**
 * Which tags must have a value.
 *
 * @param all whether all must
 * @param prefixes else the first words of those that must
 */
public record Strictness(boolean all, List<String> prefixes) {
    /** Every tag must have a value, as when the inputs of a template are put in. */
    public static final Strictness ALL = new Strictness(true, List.of());

    /** No tag must have a value; later ones may have it. */
    public static final Strictness NONE = new Strictness(false, List.of());

    public Strictness {
        prefixes = List.copyOf(prefixes);
    }

    /** Tags with these first words must have a value. */
    public static Strictness prefixes(List<String> prefixes) {
        return new Strictness(false, prefixes);
    }

    boolean isLenient() {
        return !all && prefixes.isEmpty();
    }

    boolean covers(String name) {
        return all || prefixes.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
    }

    /** Artifacts of other steps are looked for later. */
    boolean coversTag(String name) {
        return covers(name) && (all || !name.contains(".outputs.artifacts."));
    }
}
