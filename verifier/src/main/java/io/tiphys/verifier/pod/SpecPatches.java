package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Applies the podSpecPatches of a workflow and a template, and says where in the document one is wrong. */
record SpecPatches(Origins origins, UnaryOperator<String> substitution, Consumer<PodException> warnings) {

    /** The spec with those patches applied that are set; the spec itself if none is. */
    ObjectNode apply(ObjectNode spec, List<JsonNode> texts) throws PodException {
        List<JsonNode> patches = texts.stream().filter(Json::isSet).toList();
        if (patches.isEmpty()) {
            return spec;
        }
        PodSpecPatch patcher = new PodSpecPatch(origins::copied, true);
        JsonNode patched = spec;
        JsonNode current = patches.get(0);
        try {
            for (JsonNode patch : patches) {
                current = patch;
                PatchText text = patcher.read(substitution.apply(patch.asText()), 0);
                warn(text, patch, patched);
                patched = patcher.merge(patched, located(text, patch), 0);
            }
            return patcher.decode(patched, 0);
        } catch (PodSpecPatch.RefusedException e) {
            String where = e.pointer().matches() ? "" : " at " + e.pointer();
            throw new PodException(
                    e.rule(), current, e.pointer(), e.position(), "podSpecPatch" + where + ": " + e.getMessage());
        }
    }

    private void warn(PatchText text, JsonNode patch, JsonNode base) {
        new PatchWarnings((rule, at, message) -> warnings.accept(
                        new PodException(rule, patch, at, text.position(at), "podSpecPatch at " + at + ": " + message)))
                .check(text.json(), base);
    }

    private PatchText located(PatchText text, JsonNode patch) {
        List<Source> sources = origins.of(patch);
        return sources.isEmpty()
                ? text
                : new PatchText(origins.adoptInner(sources.get(sources.size() - 1), text.json()), text.document());
    }
}
