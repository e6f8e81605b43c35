package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Slot;
import java.util.List;
import java.util.Optional;

/** An input parameter of a template. Argo's parameters are text, whatever they mean. Immutable. */
public final class Input implements Reference {
    private final String name;
    private final Declaration declaration;
    private final Optional<ParameterType> type;

    private Input(String name, Declaration declaration, Optional<ParameterType> type) {
        this.name = name;
        this.declaration = declaration;
        this.type = type;
    }

    static Input of(String name) {
        return new Input(name, Declaration.named(name), Optional.empty());
    }

    /** What the parameter is when nobody sets it. */
    public Input defaultsTo(Object value) {
        return new Input(name, declaration.with("value", String.valueOf(value)), type);
    }

    /** What it is for, shown to whoever submits. */
    public Input description(String text) {
        return new Input(name, declaration.with("description", text), type);
    }

    /** The values that it may have. */
    public Input oneOf(Object... values) {
        List<String> texts =
                java.util.Arrays.stream(values).map(String::valueOf).toList();
        return new Input(name, declaration.with("enum", texts), type);
    }

    /** What its text means: written as a JSON schema that submission forms use, and checked against the default. */
    public Input type(ParameterType newType) {
        return new Input(name, declaration, Optional.of(newType));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode declaration() {
        return declaration.json();
    }

    @Override
    public Optional<JavaLine> origin() {
        return declaration.origin();
    }

    Slot slot() {
        return declaration.slot();
    }

    Optional<ParameterType> type() {
        return type;
    }

    /** {@code {{inputs.parameters.NAME}}}. */
    @Override
    public String toString() {
        return "{{inputs.parameters." + name + "}}";
    }
}
