package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.name.NameForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in a list: there, spelt well, and each only once. */
final class Names {
    private static final int LONGEST = 128;
    private static final Pattern PLACEHOLDER = Pattern.compile(Pattern.quote(Placeholders.PREFIX) + "\\d+");

    private Names() {}

    /** Templates, tasks and containers of a set. */
    static void workflowNames(List<JsonNode> entries, JsonPointer at) throws RefusedException {
        check(entries, at, false);
    }

    /** Parameters and artifacts. */
    static void parameterNames(List<JsonNode> entries, JsonPointer at) throws RefusedException {
        check(entries, at, true);
    }

    private static void check(List<JsonNode> entries, JsonPointer at, boolean parameters) throws RefusedException {
        Set<String> seen = new HashSet<>();
        for (JsonNode entry : entries) {
            String name = Fields.text(entry, "name");
            if (name.isEmpty()) {
                throw new RefusedException(at, "an entry has no name");
            }
            if (parameters ? !NameForm.ARGO_PARAMETER.matches(name) : !isWorkflowName(name)) {
                throw new RefusedException(at, "the name \"" + name + "\" is not well spelt");
            }
            if (!seen.add(name)) {
                throw new RefusedException(at, "the name \"" + name + "\" is there twice");
            }
        }
    }

    /** The name of a step, in which a value that only a run knows is taken for a letter. */
    static boolean isStepName(String name) {
        return isWorkflowName(PLACEHOLDER.matcher(name).replaceAll("x"));
    }

    private static boolean isWorkflowName(String name) {
        return name.length() <= LONGEST && NameForm.ARGO_NAME.matches(name);
    }
}
