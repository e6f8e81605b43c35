package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of variables that a text may name, and those of a scope around it. */
final class Known {
    /** Stands for every field of an item that only a run knows. */
    static final String ANY_ITEM = "item.*";
    /** Stands for every output of the workflow whose name only a run knows. */
    static final String ANY_OUTPUT = "workflow.outputs.parameters.*";
    /** The same for artifacts. */
    static final String ANY_ARTIFACT = "workflow.outputs.artifacts.*";

    private final @Nullable Known outer;
    private final Set<String> names = new HashSet<>();

    Known() {
        outer = null;
    }

    /** A scope that sees all of another one, now and later. */
    Known(Known outer) {
        this.outer = outer;
    }

    Known add(String name) {
        names.add(name);
        return this;
    }

    boolean has(String name) {
        return names.contains(name) || (outer != null && outer.has(name));
    }

    /** The inputs of a template that is written in place: the text around it may name them. */
    Known addInline(JsonNode call) {
        Fields.items(call.path("inline").path("inputs"), "parameters")
                .forEach(parameter -> add("inputs.parameters." + Fields.text(parameter, "name")));
        return this;
    }
}
