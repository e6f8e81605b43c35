package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.model.argo.Artifact;
import io.tiphys.model.object.Fields;
import java.util.List;
import java.util.function.UnaryOperator;

/** An artifact that a template takes, and the path at which it is put. Immutable. */
public final class ArtifactInput extends ArtifactValue implements TemplateInput {
    private final Declaration declaration;

    private ArtifactInput(Declaration declaration) {
        this.declaration = declaration;
    }

    static ArtifactInput of(String name) {
        return new ArtifactInput(Declaration.of(Declaration.Role.INPUT_ARTIFACT, name));
    }

    /** Where the template finds it: a file or a folder. */
    public ArtifactInput at(Object path) {
        return new ArtifactInput(declaration.with("path", path));
    }

    /** Where it comes from when nobody gives it. */
    public ArtifactInput from(Location location) {
        return new ArtifactInput(Fields.given("from", location).in(declaration));
    }

    /** Nothing fails if it is missing. */
    public ArtifactInput optional() {
        return new ArtifactInput(declaration.with("optional", true));
    }

    /** The file's mode, such as {@code 0755}. */
    public ArtifactInput mode(int mode) {
        return new ArtifactInput(declaration.with("mode", mode));
    }

    /** Changes the typed model of the declaration, for what the language has no word for. */
    public ArtifactInput model(UnaryOperator<Artifact> change) {
        return new ArtifactInput(Models.change(declaration, Artifact.of(), change));
    }

    /** {@code {{inputs.artifacts.NAME.path}}}: using it declares the artifact. */
    public Value path() {
        return Variable.of(declaration, "inputs", "artifacts", name(), "path");
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
        return Expression.Path.of("inputs", "artifacts", name());
    }

    @Override
    List<Value> sources() {
        return List.of(Variable.of(declaration, "inputs", "artifacts", name()));
    }
}
