package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.List;

/** Where the value of an environment variable comes from. Immutable. */
public final class EnvSource {
    private final String kind;
    private final String whole;
    private final Fields fields;
    private final List<Object> used;

    private EnvSource(String kind, String whole, Fields fields, List<Object> used) {
        this.kind = kind;
        this.whole = whole;
        this.fields = fields;
        this.used = List.copyOf(used);
    }

    static EnvSource secret(Object name, Object key) {
        return new EnvSource("secretKeyRef", "secretRef", ConfigMapKey.reference(name, key), List.of(name, key));
    }

    static EnvSource configMap(Object name, Object key) {
        return new EnvSource("configMapKeyRef", "configMapRef", ConfigMapKey.reference(name, key), List.of(name, key));
    }

    static EnvSource secret(Object name) {
        return new EnvSource("secretKeyRef", "secretRef", named(name), List.of(name));
    }

    static EnvSource configMap(Object name) {
        return new EnvSource("configMapKeyRef", "configMapRef", named(name), List.of(name));
    }

    static EnvSource field(Object path) {
        return new EnvSource("fieldRef", "", Fields.NONE.set("fieldPath", Texts.of("fieldPath", path)), List.of(path));
    }

    private static Fields named(Object name) {
        return Fields.NONE.set("name", Texts.of("name", name));
    }

    /** Nothing fails if it is missing. */
    public EnvSource optional() {
        return new EnvSource(kind, whole, fields.set("optional", true), new ArrayList<>(used));
    }

    Fields fields() {
        return Fields.NONE.set(kind, fields);
    }

    /** All keys. */
    Fields whole() {
        return Fields.NONE.set(whole, fields);
    }

    Object used() {
        return used;
    }
}
