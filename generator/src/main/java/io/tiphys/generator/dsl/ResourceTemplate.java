package io.tiphys.generator.dsl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import io.tiphys.model.yaml.YamlWriter;

/** A template that creates, changes or deletes a Kubernetes object, and may wait for it. Immutable. */
public final class ResourceTemplate extends TemplateWords<ResourceTemplate> {
    private static final String BODY = "resource";

    private ResourceTemplate(Parts parts) {
        super(parts);
    }

    static ResourceTemplate of(String name, String action) {
        return new ResourceTemplate(Parts.named(name)).with("action", action);
    }

    @Override
    ResourceTemplate copy(Parts changed) {
        return new ResourceTemplate(changed);
    }

    /** The object, as YAML. */
    public ResourceTemplate manifest(Object yaml) {
        return with("manifest", yaml);
    }

    /** The object, by fabric8's class. */
    public ResourceTemplate manifest(HasMetadata object) {
        return with("manifest", YamlWriter.write(Rendering.json(Slot.of(Fields.given("manifest", object)))));
    }

    /** When it is done: {@code status.succeeded > 0}, as kubectl's label selectors are written. */
    public ResourceTemplate successCondition(Object condition) {
        return with("successCondition", condition);
    }

    /** When it has failed. */
    public ResourceTemplate failureCondition(Object condition) {
        return with("failureCondition", condition);
    }

    /** The object goes when the workflow goes. */
    public ResourceTemplate ownedByWorkflow() {
        return with("setOwnerReference", true);
    }

    /** How a patch is merged: {@code strategic}, {@code merge}, {@code json}. */
    public ResourceTemplate mergeStrategy(Object name) {
        return with("mergeStrategy", name);
    }

    /** Flags for kubectl. */
    public ResourceTemplate flags(Object... flags) {
        return copy(
                parts().within(BODY, in -> in.set("flags", Texts.all("flags", flags)), Texts.given("flags", flags)));
    }

    private ResourceTemplate with(String field, Object value) {
        return copy(parts().within(BODY, in -> in.set(field, Texts.plain(field, value)), value));
    }
}
