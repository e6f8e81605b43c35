package io.tiphys.generator.dsl;

/** What a template gives: a parameter or an artifact. */
public sealed interface TemplateOutput permits OutputParameter, ArtifactOutput {

    /** Its name in the manifest. */
    String name();
}
