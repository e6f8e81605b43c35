package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.Optional;

/** A parameter of the whole workflow. Declared in the spec of every manifest that has a template using it. Immutable. */
public final class WorkflowParameter implements Reference {
    private final String name;
    private final Declaration declaration;

    private WorkflowParameter(String name, Declaration declaration) {
        this.name = name;
        this.declaration = declaration;
    }

    static WorkflowParameter of(String name) {
        return new WorkflowParameter(name, Declaration.named(name));
    }

    /** What it is when nobody sets it. */
    public WorkflowParameter defaultsTo(Object value) {
        return new WorkflowParameter(name, declaration.with("value", String.valueOf(value)));
    }

    /** Takes the value from a key of a ConfigMap in the namespace of the workflow. */
    public WorkflowParameter fromConfigMap(String configMap, String key) {
        Fields reference = Fields.NONE.set("name", configMap).set("key", key);
        return new WorkflowParameter(
                name, declaration.with("valueFrom", Fields.NONE.set("configMapKeyRef", reference)));
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

    /** {@code {{workflow.parameters.NAME}}}. */
    @Override
    public String toString() {
        return "{{workflow.parameters." + name + "}}";
    }
}
