package io.tiphys.model.finding;

/** The programs that would refuse a document; what none of them refuses is our advice. */
public enum RealProgram {
    /** {@code argo lint --offline --strict}. */
    ARGO_LINT("argo-lint"),
    /** The Kubernetes API server with the chosen CRDs, under strict field validation. */
    API_SERVER("api-server"),
    /** Argo's workflow controller: the workflow fails when it runs. */
    CONTROLLER("controller");

    private final String label;

    RealProgram(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}
