package uk.ac.diamond.workflows.site;

import io.tiphys.generator.dsl.WorkflowManifest;
import java.util.Locale;

/** How a template is used: {@code STANDARD} unless it says otherwise. */
public enum TemplateType {
    STANDARD,
    LIVE,
    TEST;

    /** The template as one of this type. */
    public WorkflowManifest of(WorkflowManifest manifest) {
        return manifest.annotation(Diamond.TYPE, text());
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
