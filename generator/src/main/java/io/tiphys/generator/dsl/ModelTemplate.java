package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.List;

/** A template written in the typed model. */
final class ModelTemplate extends Template {
    private final io.tiphys.model.argo.Template model;
    private final Parts parts;

    ModelTemplate(io.tiphys.model.argo.Template model) {
        this.model = model;
        this.parts = Parts.named(name()).changing(before -> model);
    }

    @Override
    public String name() {
        return model.name().orElse("");
    }

    io.tiphys.model.argo.Template model() {
        return model;
    }

    @Override
    Parts parts() {
        return parts;
    }

    @Override
    List<Call> calls() {
        return List.of();
    }

    @Override
    Fields body(Fields fields, Context context) {
        return fields;
    }
}
