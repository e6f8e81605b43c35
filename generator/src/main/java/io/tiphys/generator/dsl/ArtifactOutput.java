package io.tiphys.generator.dsl;

import io.tiphys.model.argo.Artifact;
import io.tiphys.model.object.Fields;
import java.util.function.UnaryOperator;

/** An artifact that a template gives. Immutable. */
public final class ArtifactOutput implements TemplateOutput {
    private final Declaration declaration;

    private ArtifactOutput(Declaration declaration) {
        this.declaration = declaration;
    }

    static ArtifactOutput of(String name) {
        return new ArtifactOutput(Declaration.of(Declaration.Role.OUTPUT_ARTIFACT, name));
    }

    /** The file or folder that is taken. */
    public ArtifactOutput at(Object path) {
        return new ArtifactOutput(declaration.with("path", path));
    }

    /** Hands on what a step or task of this template made. */
    public ArtifactOutput from(ArtifactValue artifact) {
        return new ArtifactOutput(Fields.given("from", artifact).in(declaration));
    }

    /** Where it is kept, if not where the artifact repository says. */
    public ArtifactOutput to(Location location) {
        return new ArtifactOutput(Fields.given("to", location).in(declaration));
    }

    /** Kept as it is, neither packed nor compressed: {@code archive.none}. */
    public ArtifactOutput unpacked() {
        return archive("none");
    }

    /** Kept as a zip file. */
    public ArtifactOutput zipped() {
        return archive("zip");
    }

    /** Nothing fails if it is missing. */
    public ArtifactOutput optional() {
        return new ArtifactOutput(declaration.with("optional", true));
    }

    /** Also known to all later steps, as {@code {{workflow.outputs.artifacts.NAME}}}. */
    public ArtifactOutput global(String name) {
        return new ArtifactOutput(declaration.with("globalName", name));
    }

    /** Changes the typed model of the declaration, for what the language has no word for. */
    public ArtifactOutput model(UnaryOperator<Artifact> change) {
        return new ArtifactOutput(Models.change(declaration, Artifact.of(), change));
    }

    /** {@code {{outputs.artifacts.NAME.path}}}: using it declares the artifact. */
    public Value path() {
        return Variable.of(declaration, "outputs", "artifacts", name(), "path");
    }

    private ArtifactOutput archive(String strategy) {
        return new ArtifactOutput(declaration.within("archive", strategy, Fields.NONE));
    }

    @Override
    public String name() {
        return declaration.name();
    }

    Declaration declaration() {
        return declaration;
    }
}
