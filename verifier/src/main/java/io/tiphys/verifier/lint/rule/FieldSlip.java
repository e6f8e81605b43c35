package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Nearest;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a field that seems to be missing is there with a slip in its name, which the schema tells. */
final class FieldSlip {
    private FieldSlip() {}

    static boolean in(Node node, Collection<String> fields) {
        AtomicBoolean found = new AtomicBoolean();
        node.fields((name, value) -> {
            if (Nearest.of(name, fields).isPresent() && !fields.contains(name)) {
                found.set(true);
            }
        });
        return found.get();
    }
}
