package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the controller takes from a patch without a word, though its author will have meant something else. */
final class PatchWarnings {
    private static final String PATCH = "$patch";
    private static final String REMOVAL = "$deleteFromPrimitiveList/";
    private static final ApiType POD_SPEC =
            ApiSchema.get().kubernetesType("PodSpec").orElseThrow();

    /** Told of each problem and of the node of the patch where it is. */
    interface Listener {
        void warn(Rule rule, JsonPointer at, String message);
    }

    private final Listener listener;

    PatchWarnings(Listener listener) {
        this.listener = listener;
    }

    /** @param base what is patched */
    void check(JsonNode patch, JsonNode base) {
        object(patch, base, POD_SPEC, JsonPointer.empty());
    }

    private void object(JsonNode patch, JsonNode base, ApiType type, JsonPointer at) {
        if (!patch.isObject() || type.fieldNames().isEmpty()) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            String name = entry.getKey();
            JsonPointer place = at.appendProperty(name);
            if (name.startsWith(REMOVAL)) {
                String list = name.substring(REMOVAL.length());
                if (patch.has(list)) {
                    listener.warn(
                            PodRules.PATCH_DIRECTIVE,
                            place,
                            "\"" + list + "\" stands beside \"" + name
                                    + "\"; which of them comes first is left to chance");
                }
            } else if (!name.startsWith("$") && !name.contains("{{")) {
                Optional<ApiField> field = type.field(name);
                if (field.isPresent()) {
                    value(entry.getValue(), base.path(name), field.get(), place);
                } else {
                    unknown(name, type, place);
                }
            }
        }
    }

    private void unknown(String name, ApiType type, JsonPointer at) {
        String lower = name.toLowerCase(Locale.ROOT);
        Optional<String> meant = type.fieldNames().stream()
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
        listener.warn(
                PodRules.PATCH_FIELD,
                at,
                meant.map(right -> "\"" + name + "\" is written \"" + right
                                + "\"; as it stands it is not merged, but decoded beside or over it")
                        .orElse("\"" + name + "\" is no field of " + type.name() + ", so it is dropped in silence"));
    }

    private void value(JsonNode value, JsonNode base, ApiField field, JsonPointer at) {
        if (field.type().isEmpty()) {
            return;
        }
        ApiType type = field.type().get();
        if (field.isList()) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode item = value.get(i);
                JsonNode old = field.mergeKey()
                        .map(key -> item(base, key, item.path(key)))
                        .orElse(MissingNode.getInstance());
                if (base.isArray() && field.isMerged() && old.isMissingNode()) {
                    ofNewItem(item, field, at.appendIndex(i));
                }
                if (item.path("$patch").asText().equals("replace")) {
                    listener.warn(
                            PodRules.PATCH_DIRECTIVE,
                            at.appendIndex(i),
                            "$patch: replace in an item of " + field.name()
                                    + " drops the whole list and this item too; only the patch's other items stay");
                }
                object(item, old, type, at.appendIndex(i));
            }
        } else if (field.isMap()) {
            value.properties()
                    .forEach(entry -> object(
                            entry.getValue(), base.path(entry.getKey()), type, at.appendProperty(entry.getKey())));
        } else {
            if (value.path(PATCH).asText().equals("delete") && base.isObject()) {
                listener.warn(
                        PodRules.PATCH_DIRECTIVE,
                        at,
                        "$patch: delete leaves an empty " + field.name() + "; " + field.name()
                                + ": null takes it away");
            }
            object(value, base, type, at);
        }
    }

    private static JsonNode item(JsonNode list, String key, JsonNode value) {
        for (JsonNode item : list) {
            if (item.path(key).equals(value)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    /** Of an item that the list does not have yet, directives are not obeyed. */
    private void ofNewItem(JsonNode item, ApiField field, JsonPointer at) {
        String name = field.mergeKey().map(key -> item.path(key).asText()).orElse("");
        if (item.path(PATCH).asText().equals("delete")) {
            listener.warn(
                    PodRules.PATCH_DIRECTIVE, at, field.name() + " has no \"" + name + "\", so nothing is deleted");
        } else if (!item.has(PATCH) && item.toString().contains("\"$")) {
            listener.warn(
                    PodRules.PATCH_DIRECTIVE,
                    at,
                    "\"" + name + "\" is new in " + field.name()
                            + ", and in a new item directives are not obeyed: what they should delete is added");
        }
    }
}
