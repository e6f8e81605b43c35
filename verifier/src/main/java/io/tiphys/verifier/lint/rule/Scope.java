package io.tiphys.verifier.lint.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The variables that a text may name: whole names, and beginnings behind which anything goes. */
final class Scope {
    /** The roots whose names are checked; other text in braces may belong to another program. */
    static final List<String> CHECKED =
            List.of("item.", "steps.", "inputs.", "outputs.", "pod.", "workflow.", "tasks.");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();

    Scope() {}

    Scope(Scope other) {
        names.addAll(other.names);
        open.addAll(other.open);
    }

    Scope add(String name) {
        names.add(name);
        return this;
    }

    /** Lets any name pass that begins so. */
    Scope open(String prefix) {
        open.add(prefix);
        return this;
    }

    Scope addAll(Scope other) {
        names.addAll(other.names);
        open.addAll(other.open);
        return this;
    }

    boolean has(String name) {
        return names.contains(name) || open.stream().anyMatch(name::startsWith);
    }

    /** All whole names, for hints. */
    Collection<String> names() {
        return names;
    }

    static boolean isChecked(String name) {
        return CHECKED.stream().anyMatch(name::startsWith);
    }
}
