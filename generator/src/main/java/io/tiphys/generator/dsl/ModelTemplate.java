package io.tiphys.generator.dsl;

import java.util.List;

/** A template written in the typed model. */
final class ModelTemplate extends Template {
    private final io.tiphys.model.argo.Template model;
    private final References references;
    private final List<Mount> mounts;

    ModelTemplate(io.tiphys.model.argo.Template model, References references, List<Mount> mounts) {
        this.model = model;
        this.references = references;
        this.mounts = List.copyOf(mounts);
    }

    @Override
    public String name() {
        return model.name().orElse("");
    }

    @Override
    io.tiphys.model.argo.Template toModel() {
        return model;
    }

    @Override
    References references() {
        return references;
    }

    @Override
    List<Mount> mounts() {
        return mounts;
    }

    @Override
    Template at(Site site) {
        return this;
    }
}
