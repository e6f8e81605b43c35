package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A pod as the controller makes it.
 *
 * @param call the template and who calls it
 * @param inputs the values of the template's parameters, as far as they are known
 * @param pod the pod, not to be changed; what only a run knows stands as a tag in braces
 * @param undetermined the texts in it that hold a tag without value, by their place in the pod
 * @param sources where the pod's nodes were written, by their place in the pod; the last one decided. Nodes that Argo
 *     adds have none
 */
public record EffectivePod(
        TemplateCall call,
        Map<String, String> inputs,
        ObjectNode pod,
        Map<JsonPointer, Undetermined> undetermined,
        Map<JsonPointer, List<Source>> sources) {

    /**
     * A text whose value is not known.
     *
     * @param text the text
     * @param tags the tags in it without a value
     */
    public record Undetermined(String text, List<String> tags) {}

    /** The sources of a node of the pod, or of the nearest one around it that has any. */
    public List<Source> source(JsonPointer pointer) {
        for (JsonPointer at = pointer; at != null; at = at.head()) {
            List<Source> found = sources.get(at);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }
}
