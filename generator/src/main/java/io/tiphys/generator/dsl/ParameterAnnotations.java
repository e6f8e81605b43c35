package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.List;

/**
 * The annotations from which a facility's submission form takes the type of a parameter:
 * {@code <prefix>/parameter-schema.<name>} and {@code <prefix>/ui-schema.<name>}.
 */
final class ParameterAnnotations {
    private ParameterAnnotations() {}

    static Fields add(Fields annotations, Site site, List<References> references) {
        String prefix = site.annotationPrefix();
        if (prefix.isEmpty()) {
            return annotations;
        }
        Fields all = annotations;
        for (References some : references) {
            for (Declaration declaration : some.declared()) {
                if (declaration.type().isPresent()) {
                    ParameterType type = declaration.type().get();
                    all = put(all, prefix + "/parameter-schema.", type.schema().toString(), declaration);
                    if (!type.ui().isEmpty()) {
                        all = put(all, prefix + "/ui-schema.", type.ui().toString(), declaration);
                    }
                }
            }
        }
        return all;
    }

    private static Fields put(Fields annotations, String key, String json, Declaration declaration) {
        return annotations.put(key + declaration.name(), Texts.text(json, declaration.origin()));
    }
}
