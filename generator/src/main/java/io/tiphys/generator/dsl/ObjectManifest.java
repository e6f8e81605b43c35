package io.tiphys.generator.dsl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import java.util.List;
import java.util.Optional;

/** An object of another kind than Argo's. */
final class ObjectManifest extends Manifest {
    private final HasMetadata object;
    private final Rendering.Rendered rendered;

    ObjectManifest(HasMetadata object) {
        this.object = Fields.given("object", object);
        this.rendered = Rendering.render(object);
    }

    @Override
    public String name() {
        return Optional.ofNullable(object.getMetadata().getName())
                .or(() -> Optional.ofNullable(object.getMetadata().getGenerateName()))
                .orElse("");
    }

    @Override
    public Rendering.Rendered render() {
        return rendered;
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }
}
