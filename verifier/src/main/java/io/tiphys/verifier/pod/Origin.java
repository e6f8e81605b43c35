package io.tiphys.verifier.pod;

/** Which part of a workflow decided a field of its pod. */
public enum Origin {
    /** The spec of the workflow, or of the template that it refers to. */
    SPEC("spec"),
    /** The template. */
    TEMPLATE("template"),
    /** The spec's {@code templateDefaults}. */
    TEMPLATE_DEFAULTS("templateDefaults"),
    /** The steps or dag template that calls the template. */
    ENCLOSING_TEMPLATE("enclosing template"),
    /** A {@code podSpecPatch}. */
    PATCH("podSpecPatch"),
    /** The workflow defaults of the controller's settings. */
    WORKFLOW_DEFAULTS("workflow defaults"),
    /** The controller itself, or its other settings. */
    CONTROLLER("controller");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The origin of what a source wrote, for the pod of a template. */
    static Origin of(Source source, String template) {
        if (!source.manifest().isArgo()) {
            return WORKFLOW_DEFAULTS;
        }
        String pointer = source.pointer().toString();
        if (pointer.endsWith("/podSpecPatch")) {
            return PATCH;
        }
        if (pointer.contains("/templateDefaults")) {
            return TEMPLATE_DEFAULTS;
        }
        int templates = pointer.indexOf("/templates/");
        if (templates < 0) {
            return SPEC;
        }
        int end = pointer.indexOf('/', templates + "/templates/".length());
        String owner = pointer.substring(0, end < 0 ? pointer.length() : end) + "/name";
        boolean own = template.isEmpty()
                || pointer.contains("/inline")
                || source.manifest().json().at(owner).asText().equals(template);
        return own ? TEMPLATE : ENCLOSING_TEMPLATE;
    }
}
