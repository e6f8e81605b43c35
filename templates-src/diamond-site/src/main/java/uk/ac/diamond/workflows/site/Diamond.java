package uk.ac.diamond.workflows.site;

import static io.tiphys.generator.dsl.Dsl.hostDirectory;
import static io.tiphys.generator.dsl.Dsl.parameter;

import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.WorkflowParameter;

/** What the platform gives to every workflow. */
public final class Diamond {
    static final String PREFIX = "workflows.diamond.ac.uk";
    static final String TYPE = PREFIX + "/type";

    private Diamond() {}

    /** The visit's folder below {@code /dls}; the platform writes it into a ConfigMap of the visit's namespace. */
    public static WorkflowParameter visit() {
        return parameter("visitdir").fromConfigMap("sessionspaces", "data_directory");
    }

    /** The visit's folder, mounted at its own path. */
    public static Mount sessionDirectory() {
        return hostDirectory("session", visit());
    }
}
