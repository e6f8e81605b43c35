package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.Position;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.pod.merge.StrategicMerge;
import io.tiphys.verifier.typed.TypeException;
import io.tiphys.verifier.typed.TypedJson;
import java.util.List;
import java.util.function.BiConsumer;

/** Applies the texts of {@code podSpecPatch} to a pod's spec, as the controller does: all merged, then decoded once. */
public final class PodSpecPatch {
    private static final ApiType POD_SPEC =
            ApiSchema.get().kubernetesType("PodSpec").orElseThrow();

    private final BiConsumer<JsonNode, JsonNode> copied;
    private final TypedJson types;
    private final boolean tags;

    /** @param tags whether tags may be left whose values are not known yet */
    PodSpecPatch(BiConsumer<JsonNode, JsonNode> copied, boolean tags) {
        this.copied = copied;
        this.tags = tags;
        TypedJson strict = new TypedJson(copied);
        this.types = tags ? strict.withTags() : strict;
    }

    /** Says that the controller refuses a patch. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Rule rule;
        private final int patch;
        private final transient Position position;
        private final transient JsonPointer pointer;

        RefusedException(Rule rule, int patch, Position position, JsonPointer pointer, String message) {
            super(message);
            this.rule = rule;
            this.patch = patch;
            this.position = position;
            this.pointer = pointer;
        }

        /** The rule it offends. */
        public Rule rule() {
            return rule;
        }

        /** Which of the patches, from 0. */
        public int patch() {
            return patch;
        }

        /** Where in its text. */
        public Position position() {
            return position;
        }

        /** The node of its content; empty for the whole. */
        public JsonPointer pointer() {
            return pointer;
        }

        /** What is wrong there. */
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** The spec with the patches applied, as it is encoded afterwards. */
    public static ObjectNode apply(ObjectNode spec, List<String> texts) throws RefusedException {
        PodSpecPatch patch = new PodSpecPatch((result, source) -> {}, false);
        JsonNode patched = spec;
        for (int i = 0; i < texts.size(); i++) {
            patched = patch.merge(patched, patch.read(texts.get(i), i), i);
        }
        return patch.decode(patched, texts.size() - 1);
    }

    /** Reads a patch and decodes it on its own, so that wrong types are noticed. */
    PatchText read(String text, int patch) throws RefusedException {
        PatchText read;
        try {
            read = tags ? PatchText.readWithTags(text) : PatchText.read(text);
        } catch (PatchText.UnreadableException e) {
            throw new RefusedException(
                    PodRules.PATCH_TEXT, patch, e.position(), JsonPointer.empty(), String.valueOf(e.getMessage()));
        }
        try {
            types.normalise(read.json(), POD_SPEC);
        } catch (TypeException e) {
            throw new RefusedException(PodRules.PATCH_TYPE, patch, read.position(e.path()), e.path(), e.getMessage());
        }
        return read;
    }

    JsonNode merge(JsonNode spec, PatchText text, int patch) throws RefusedException {
        try {
            return StrategicMerge.apply(spec, text.json(), POD_SPEC, copied::accept);
        } catch (MergeException e) {
            throw new RefusedException(PodRules.PATCH_MERGE, patch, text.position(e.path()), e.path(), e.getMessage());
        }
    }

    ObjectNode decode(JsonNode spec, int lastPatch) throws RefusedException {
        try {
            return types.normalise(spec, POD_SPEC);
        } catch (TypeException e) {
            throw new RefusedException(PodRules.PATCH_TYPE, lastPatch, Position.START, e.path(), e.getMessage());
        }
    }
}
