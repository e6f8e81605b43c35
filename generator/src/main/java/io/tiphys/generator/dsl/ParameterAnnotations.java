package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import java.util.List;
import java.util.Optional;

/**
 * The annotations from which a facility's submission form takes the types of parameters: {@code <prefix>/parameter-schema.<name>},
 * a JSON schema with description and default; and {@code <prefix>/ui-schema}, one control of JSON Forms for each parameter,
 * written when one of them says how it is shown.
 */
final class ParameterAnnotations {
    private ParameterAnnotations() {}

    /** @param form the parameters that whoever submits can set, in the order of the form */
    static Fields add(Fields annotations, String prefix, List<Declaration> form) {
        if (prefix.isEmpty()) {
            return annotations;
        }
        Fields all = annotations;
        ObjectNode layout = JsonNodeFactory.instance.objectNode().put("type", "VerticalLayout");
        Optional<Declaration> shown = Optional.empty();
        for (Declaration parameter : form) {
            if (parameter.fields().get("valueFrom").isPresent()) {
                continue;
            }
            ObjectNode control = layout.withArray("elements")
                    .addObject()
                    .put("type", "Control")
                    .put("scope", "#/properties/" + parameter.name());
            if (parameter.type().isPresent()) {
                ParameterType type = parameter.type().get();
                String key = prefix + "/parameter-schema." + parameter.name();
                all = all.put(key, Texts.text(schema(parameter, type).toString(), parameter.origin()));
                if (!type.ui().isEmpty()) {
                    control.set("options", type.ui());
                    shown = shown.or(() -> Optional.of(parameter));
                }
            }
        }
        return shown.isPresent()
                ? all.put(
                        prefix + "/ui-schema",
                        Texts.text(layout.toString(), shown.get().origin()))
                : all;
    }

    private static ObjectNode schema(Declaration parameter, ParameterType type) {
        ObjectNode schema = type.schema();
        text(parameter, "description").ifPresent(text -> schema.put("description", text));
        text(parameter, "value")
                .or(() -> text(parameter, "default"))
                .filter(text -> !text.contains("{{") && type.mismatch(text).isEmpty())
                .ifPresent(text -> schema.set("default", type.value(text)));
        return schema;
    }

    private static Optional<String> text(Declaration parameter, String field) {
        return parameter.fields().get(field).map(slot -> Rendering.json(slot).asText());
    }
}
