package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;

/** A parameter's value from a ConfigMap. */
final class ConfigMapKey {
    private ConfigMapKey() {}

    static Declaration in(Declaration declaration, Object configMap, Object key) {
        return declaration.changed(
                fields -> Texts.nested(
                        fields, "valueFrom", from -> from.set("configMapKeyRef", reference(configMap, key))),
                configMap,
                key);
    }

    /** {@code name} and {@code key}. */
    static Fields reference(Object name, Object key) {
        return Fields.NONE.set("name", Texts.of("name", name)).set("key", Texts.of("key", key));
    }
}
