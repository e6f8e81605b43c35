package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that a text may name: whole names, and beginnings behind which anything goes. */
final class Scope {
    private final @Nullable Scope outer;
    private final Set<String> names = new HashSet<>();
    private final List<String> open = new ArrayList<>();

    Scope() {
        outer = null;
    }

    /** A scope that sees all of another one. */
    Scope(Scope outer) {
        this.outer = outer;
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

    boolean has(String name) {
        return names.contains(name) || open.stream().anyMatch(name::startsWith) || (outer != null && outer.has(name));
    }

    /** All whole names, for hints. */
    Set<String> names() {
        Set<String> all = outer == null ? new TreeSet<>() : outer.names();
        all.addAll(names);
        return all;
    }

    static boolean isChecked(String name) {
        return Vocabulary.VARIABLE_ROOTS.stream().anyMatch(name::startsWith);
    }
}
