package io.tiphys.generator.dsl;

/** What a step, a task, a hook or an entrypoint can run: a template, here or elsewhere, with or without arguments. */
public abstract sealed class Callable permits Template, Call, TemplateRef, SelfReference {

    abstract Call call();

    /** Gives a parameter. */
    public final Call with(Input input, Object value) {
        return call().plus(Call.argument(input, value));
    }

    /** Gives an artifact that is there when the workflow runs. */
    public final Call with(ArtifactInput input, ArtifactValue artifact) {
        return call().plus(Call.argument(input, artifact));
    }

    /** Gives an artifact from where it is kept. */
    public final Call with(ArtifactInput input, Location location) {
        return call().plus(Call.argument(input, location));
    }

    /** Writes the template where it is called instead of among the manifest's templates. */
    public final Call inline() {
        return call().inlined();
    }
}
