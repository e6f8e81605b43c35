package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.expr.TemplateText;
import io.tiphys.verifier.lint.spec.GoText;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the tags that are left in a part of a workflow name something. */
final class Variables {
    /** Names that only a run knows pass, with whatever follows them. */
    private static final List<String> LATER = List.of(
            "outputs.",
            "workflow.creationTimestamp",
            "workflow.scheduledTime",
            "workflow.duration",
            "tasks.name",
            "steps.name");

    private final Map<String, String> globals;
    private final boolean stored;

    /**
     * A check of tags.
     *
     * @param globals values of the workflow; it may grow
     * @param stored whether callers bring parameters of the workflow
     */
    Variables(Map<String, String> globals, boolean stored) {
        this.globals = globals;
        this.stored = stored;
    }

    void check(JsonNode part, GoText form, Known known, JsonPointer at) throws RefusedException {
        check(Tags.of(part, form), known, at);
    }

    /** The same for a text alone. */
    void check(String text, Known known, JsonPointer at) throws RefusedException {
        check(TemplateText.tags(text), known, at);
    }

    private void check(Optional<List<String>> tags, Known known, JsonPointer at) throws RefusedException {
        if (tags.isEmpty()) {
            throw new RefusedException(at, "a tag has no closing braces");
        }
        for (String tag : tags.get()) {
            String name = tag.strip();
            if (!tag.startsWith("=")
                    && Vocabulary.VARIABLE_ROOTS.stream().anyMatch(name::startsWith)
                    && !passes(name, known)) {
                throw new RefusedException(at, "the variable {{" + tag + "}} names nothing that is known here");
            }
        }
    }

    private boolean passes(String name, Known known) {
        return known.has(name)
                || globals.containsKey(name)
                || (name.startsWith("item.") && known.has(Known.ANY_ITEM))
                || (name.startsWith("workflow.outputs.parameters.") && known.has(Known.ANY_OUTPUT))
                || (name.startsWith("workflow.outputs.artifacts.") && isAnyArtifact(known))
                || (name.startsWith("workflow.parameters") && stored)
                || LATER.stream().anyMatch(name::startsWith);
    }

    private boolean isAnyArtifact(Known known) {
        return known.has(Known.ANY_ARTIFACT) || globals.containsKey(Known.ANY_ARTIFACT);
    }
}
