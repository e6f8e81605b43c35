package io.tiphys.generator.dsl;

/** The words with which a template class begins; made for {@code import static}. */
public final class Dsl {
    private Dsl() {}

    /** An input parameter that whoever calls the template must give. */
    public static Input input(String name) {
        return Input.of(name);
    }

    /** An input parameter with a default. */
    public static Input input(String name, Object value) {
        return Input.of(name).defaultsTo(value);
    }

    /** A parameter of the whole workflow. */
    public static WorkflowParameter parameter(String name) {
        return WorkflowParameter.of(name);
    }

    /** A template that runs one container. */
    public static ContainerTemplate container(String name) {
        return ContainerTemplate.of(name);
    }

    /** A template written in the typed model. */
    public static Template template(io.tiphys.model.argo.Template model) {
        return new ModelTemplate(model, References.NONE, java.util.List.of());
    }

    /** A folder of the node, which must be there, mounted at its own path. */
    public static Mount hostDirectory(String name, Object path) {
        return Mount.hostDirectory(name, path);
    }

    /** An empty folder that lives as long as the pod, of at most this size. */
    public static Mount emptyDir(String name, Object path, String sizeLimit) {
        return Mount.emptyDir(name, path, sizeLimit);
    }
}
