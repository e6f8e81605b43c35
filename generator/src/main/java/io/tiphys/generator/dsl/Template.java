package io.tiphys.generator.dsl;

import java.util.List;
import java.util.function.UnaryOperator;

/** One template of a workflow: a container, a script, a graph of others. Immutable. */
public abstract sealed class Template permits ContainerTemplate, ModelTemplate {

    /** Its name, unique in its manifest. */
    public abstract String name();

    /** Changes the typed model that this becomes, for what the language has no word for. */
    public Template with(UnaryOperator<io.tiphys.model.argo.Template> change) {
        return new ModelTemplate(change.apply(toModel()), references(), mounts());
    }

    abstract io.tiphys.model.argo.Template toModel();

    abstract References references();

    abstract List<Mount> mounts();

    /** With what only the site knows, such as the tolerations of its GPU nodes. */
    abstract Template at(Site site);
}
