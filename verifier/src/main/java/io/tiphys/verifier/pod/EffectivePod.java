package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
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
 * @param template where the template stands
 */
public record EffectivePod(
        TemplateCall call,
        Map<String, String> inputs,
        ObjectNode pod,
        Map<JsonPointer, Undetermined> undetermined,
        Map<JsonPointer, List<Source>> sources,
        Source template) {

    /**
     * A text whose value is not known.
     *
     * @param text the text
     * @param tags the tags in it without a value
     */
    public record Undetermined(String text, List<String> tags) {}

    /**
     * A finding on the pod, put where the node was written; at the template if Argo or the controller's settings made it.
     *
     * @param pointer the node of the pod
     */
    public Finding finding(Rule rule, JsonPointer pointer, String message) {
        List<Source> known = source(pointer);
        boolean facilitys = known.isEmpty() || origin(pointer) == Origin.WORKFLOW_DEFAULTS;
        Finding finding = (facilitys ? template : known.get(known.size() - 1)).finding(rule, message);
        Finding.Place place = finding.place();
        return finding.withPlace(new Finding.Place(
                place.file(),
                place.document(),
                place.line(),
                place.column(),
                place.pointer(),
                call.template(),
                container(pointer)));
    }

    /** The name of the container that a node lies in, or empty. */
    private String container(JsonPointer pointer) {
        JsonPointer at = pointer;
        while (at.head() != null && at.toString().chars().filter(c -> c == '/').count() > 3) {
            at = at.head();
        }
        boolean inside = at.toString().matches("/spec/(?:initC|c|ephemeralC)ontainers/[0-9]+");
        return inside ? pod.at(at).path("name").asText("") : "";
    }

    /** Which part of the workflow decided a node of the pod. */
    public Origin origin(JsonPointer pointer) {
        List<Source> known = source(pointer);
        return known.isEmpty() ? Origin.CONTROLLER : Origin.of(known.get(known.size() - 1), call.template());
    }

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
