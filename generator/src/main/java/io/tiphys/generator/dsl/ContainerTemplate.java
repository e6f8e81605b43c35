package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;

/** A template that runs one container. Immutable. */
public final class ContainerTemplate extends PodTemplate<ContainerTemplate> {
    private ContainerTemplate(Parts parts) {
        super(parts, "container");
    }

    static ContainerTemplate of(String name) {
        return new ContainerTemplate(Parts.named(name));
    }

    @Override
    ContainerTemplate copy(Parts changed) {
        return new ContainerTemplate(changed);
    }

    /** The arguments of the command. Replaces those given before. */
    public ContainerTemplate args(Object... args) {
        return container(in -> in.set("args", Texts.all("args", args)), args);
    }

    /** More arguments behind those given before. */
    public ContainerTemplate addArgs(Object... args) {
        return container(
                in -> {
                    Fields changed = in;
                    for (String arg : Texts.all("args", args)) {
                        changed = changed.add("args", arg);
                    }
                    return changed;
                },
                args);
    }
}
