package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.model.object.Fields;
import java.util.List;

/** A parameter of the whole workflow. Declared in the spec of every manifest that has a template using it. Immutable. */
public final class WorkflowParameter extends Value {
    private final Declaration declaration;

    private WorkflowParameter(Declaration declaration) {
        this.declaration = declaration;
    }

    static WorkflowParameter of(String name) {
        return new WorkflowParameter(Declaration.of(Declaration.Role.WORKFLOW_PARAMETER, name));
    }

    /** What it is when nobody sets it: {@code arguments.parameters[].value}. */
    public WorkflowParameter defaultsTo(Object value) {
        return new WorkflowParameter(declaration.text("value", value));
    }

    /** Takes the value from a key of a ConfigMap in the namespace of the workflow. */
    public WorkflowParameter fromConfigMap(Object configMap, Object key) {
        return new WorkflowParameter(ConfigMapKey.in(declaration, configMap, key));
    }

    /** What it is for, shown to whoever submits. */
    public WorkflowParameter description(String text) {
        return new WorkflowParameter(declaration.with("description", text));
    }

    /** The values that it may have: {@code enum}. */
    public WorkflowParameter oneOf(Object... values) {
        return new WorkflowParameter(declaration.with("enum", Texts.all("enum", values)));
    }

    /**
     * What its text means: written as a JSON schema that submission forms use, and checked against defaults and arguments. A
     * choice is also Argo's {@code enum}.
     */
    public WorkflowParameter type(ParameterType newType) {
        Declaration typed = declaration.typed(Fields.given("type", newType));
        return new WorkflowParameter(newType.choices().isEmpty() ? typed : typed.with("enum", newType.choices()));
    }

    /** Its name in the manifest. */
    public String name() {
        return declaration.name();
    }

    Declaration declaration() {
        return declaration;
    }

    @Override
    Expression expression() {
        return Expression.Path.of("workflow", "parameters", name());
    }

    @Override
    List<Value> sources() {
        return List.of(this);
    }

    @Override
    boolean isRich() {
        return !declaration.isBare();
    }

    /** {@code {{workflow.parameters.NAME }}}; as for {@link Input}, the blank is gone in the manifest. */
    @Override
    public String toString() {
        return declaration.mention("");
    }
}
