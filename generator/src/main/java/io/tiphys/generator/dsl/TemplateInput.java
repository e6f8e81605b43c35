package io.tiphys.generator.dsl;

/** What a template takes: a parameter or an artifact. */
public sealed interface TemplateInput permits Input, ArtifactInput {

    /** Its name in the manifest. */
    String name();
}
