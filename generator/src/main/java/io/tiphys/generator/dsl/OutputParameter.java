package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.generator.dsl.expression.Notation;
import io.tiphys.model.argo.Parameter;
import io.tiphys.model.object.Fields;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A parameter that a template gives. In the template itself, such as in its metrics, it stands as
 * {@code {{outputs.parameters.NAME}}}; a step or task that made it gives it by {@code output}. Immutable.
 */
public final class OutputParameter extends Value implements TemplateOutput {
    private static final String FROM = "valueFrom";
    private final Declaration declaration;

    private OutputParameter(Declaration declaration) {
        this.declaration = declaration;
    }

    static OutputParameter of(String name) {
        return new OutputParameter(Declaration.of(Declaration.Role.OUTPUT_PARAMETER, name));
    }

    /** The file whose text it is: {@code valueFrom.path}. */
    public OutputParameter at(Object path) {
        return from("path", path);
    }

    /** Hands on what a step or task gives ({@code valueFrom.parameter}), or an expression ({@code valueFrom.expression}). */
    public OutputParameter from(Value value) {
        return Fields.given("from", value).expression() instanceof Expression.Path
                ? from("parameter", value)
                : new OutputParameter(declaration.changed(
                        fields -> Texts.nested(
                                fields, FROM, in -> in.set("expression", Notation.expr(value.expression()))),
                        value));
    }

    /** Read from the object that a resource template made: {@code {.status.phase}}. */
    public OutputParameter fromJsonPath(String path) {
        return from("jsonPath", path);
    }

    /** Read by a jq filter from the object that a resource template made. */
    public OutputParameter fromJqFilter(String filter) {
        return from("jqFilter", filter);
    }

    /** Given by a person while the workflow is suspended: {@code valueFrom.supplied}. */
    public OutputParameter supplied() {
        return from("supplied", io.tiphys.model.object.Fields.NONE);
    }

    /** What it is when the file or path is missing: {@code valueFrom.default}. */
    public OutputParameter defaultsTo(Object value) {
        return from("default", Texts.of("default", value));
    }

    /** The values that a person may choose from. */
    public OutputParameter oneOf(Object... values) {
        return new OutputParameter(declaration.with("enum", Texts.all("enum", values)));
    }

    /** Also known to all later steps: see {@link #global()}. */
    public OutputParameter global(String name) {
        return new OutputParameter(declaration.with("globalName", name));
    }

    /** Changes the typed model of the declaration, for what the language has no word for. */
    public OutputParameter model(UnaryOperator<Parameter> change) {
        return new OutputParameter(Models.change(declaration, Parameter.of(), change));
    }

    /** {@code {{workflow.outputs.parameters.NAME}}}, for later steps. */
    public Value global() {
        String name = declaration
                .fields()
                .get("globalName")
                .map(slot -> io.tiphys.model.object.Rendering.json(slot).asText())
                .orElse(name());
        return Variable.of("workflow", "outputs", "parameters", name);
    }

    /** {@code {{outputs.parameters.NAME.path}}}: using it declares the output. */
    public Value path() {
        return Variable.of(declaration, "outputs", "parameters", name(), "path");
    }

    private OutputParameter from(String field, Object value) {
        return new OutputParameter(declaration.within(FROM, field, value));
    }

    @Override
    public String name() {
        return declaration.name();
    }

    Declaration declaration() {
        return declaration;
    }

    @Override
    Expression expression() {
        return Expression.Path.of("outputs", "parameters", name());
    }

    @Override
    List<Value> sources() {
        return List.of(this);
    }

    @Override
    boolean isRich() {
        return !declaration.isBare();
    }

    /** {@code {{outputs.parameters.NAME }}}; as for {@link Input}, the blank is gone in the manifest. */
    @Override
    public String toString() {
        return declaration.mention("");
    }
}
