package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.model.object.Fields;
import java.util.List;

/** An input parameter of a template. Argo's parameters are text, whatever they mean. Immutable. */
public final class Input extends Value implements TemplateInput {
    private final Declaration declaration;

    private Input(Declaration declaration) {
        this.declaration = declaration;
    }

    static Input of(String name) {
        return new Input(Declaration.of(Declaration.Role.INPUT_PARAMETER, name));
    }

    /** What the parameter is when nobody gives it: {@code inputs.parameters[].value}. */
    public Input defaultsTo(Object value) {
        return new Input(declaration.text("value", value));
    }

    /** What it is when {@link #fromConfigMap} finds nothing, or nobody gives it: {@code default}. */
    public Input fallback(Object value) {
        return new Input(declaration.text("default", value));
    }

    /** Takes the value from a key of a ConfigMap: {@code valueFrom.configMapKeyRef}. */
    public Input fromConfigMap(Object configMap, Object key) {
        return new Input(ConfigMapKey.in(declaration, configMap, key));
    }

    /** What it is for, shown to whoever submits. */
    public Input description(String text) {
        return new Input(declaration.with("description", text));
    }

    /** The values that it may have: {@code enum}. */
    public Input oneOf(Object... values) {
        return new Input(declaration.with("enum", Texts.all("enum", values)));
    }

    /**
     * What its text means: written as a JSON schema that submission forms use, and checked against defaults and arguments. A
     * choice is also Argo's {@code enum}.
     */
    public Input type(ParameterType newType) {
        Declaration typed = declaration.typed(Fields.given("type", newType));
        return new Input(newType.choices().isEmpty() ? typed : typed.with("enum", newType.choices()));
    }

    /** Its name in the manifest. */
    @Override
    public String name() {
        return declaration.name();
    }

    Declaration declaration() {
        return declaration;
    }

    @Override
    Expression expression() {
        return Expression.Path.of("inputs", "parameters", name());
    }

    @Override
    List<Value> sources() {
        return List.of(this);
    }

    @Override
    boolean isRich() {
        return !declaration.isBare();
    }

    /**
     * {@code {{inputs.parameters.NAME }}}. The blank tells a Java value from a tag written by hand, and so it is declared
     * where the text is used; it is gone in the manifest.
     */
    @Override
    public String toString() {
        return declaration.mention("");
    }
}
