package io.tiphys.generator.dsl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.object.Rendering;
import java.util.List;

/** One object to publish. Immutable. */
public abstract sealed class Manifest permits WorkflowWords, ObjectManifest {

    /** Any Kubernetes object, by fabric8's class, exactly as it is given: a claim, a Job, a Role. */
    public static Manifest of(HasMetadata object) {
        return new ObjectManifest(object);
    }

    /** Its name, or what its name begins with. */
    public abstract String name();

    /** What it becomes, and the line of each part. */
    public abstract Rendering.Rendered render();

    /** What is wrong with the definition itself and can be known without the rendered file. */
    public abstract List<Finding> findings();
}
