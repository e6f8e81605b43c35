package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.List;

/**
 * The annotations from which a facility's submission form takes the type of a parameter:
 * {@code <prefix>/parameter-schema.<name>} and {@code <prefix>/ui-schema.<name>}.
 */
final class ParameterAnnotations {
    private ParameterAnnotations() {}

    static Fields add(Fields annotations, String prefix, List<Template> templates) {
        if (prefix.isEmpty()) {
            return annotations;
        }
        Fields all = annotations;
        for (Template template : templates) {
            for (Input input : template.references().inputs()) {
                if (input.type().isPresent()) {
                    ParameterType type = input.type().get();
                    all = put(
                            all,
                            prefix + "/parameter-schema." + input.name(),
                            type.schema().toString(),
                            input);
                    if (!type.ui().isEmpty()) {
                        all = put(
                                all,
                                prefix + "/ui-schema." + input.name(),
                                type.ui().toString(),
                                input);
                    }
                }
            }
        }
        return all;
    }

    private static Fields put(Fields annotations, String key, String json, Input input) {
        return annotations.put(key, new Slot(new Slot.Json(TextNode.valueOf(json)), input.origin()));
    }
}
