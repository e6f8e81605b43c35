package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.load.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a mistyped variable from text in braces that belongs to another program: its first word is nearly one of Argo's
 * and, put right, the whole is nearly a variable that exists here.
 */
final class Slip {
    private static final Set<String> ROOTS = Set.of("inputs", "outputs", "workflow", "steps", "tasks", "item", "pod");

    private Slip() {}

    static Optional<String> meant(String name, Scope scope) {
        int dot = name.indexOf('.');
        if (dot < 0 || name.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        Optional<String> root = Nearest.of(name.substring(0, dot), List.copyOf(ROOTS));
        return root.flatMap(right -> {
            String corrected = right + name.substring(dot);
            return scope.has(corrected)
                    ? Optional.of(corrected)
                    : Nearest.of(corrected, scope.names()).filter(found -> found.startsWith(right + "."));
        });
    }
}
