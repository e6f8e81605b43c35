package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;

/** A template that waits: for a time, or for a person. Immutable. */
public final class SuspendTemplate extends TemplateWords<SuspendTemplate> {
    private SuspendTemplate(Parts parts) {
        super(parts);
    }

    static SuspendTemplate of(String name) {
        Parts parts = Parts.named(name);
        return new SuspendTemplate(parts.with(parts.fields().set("suspend", Fields.NONE)));
    }

    @Override
    SuspendTemplate copy(Parts changed) {
        return new SuspendTemplate(changed);
    }

    /** Goes on by itself after this time: seconds, or {@code 20s}, {@code 1h}. */
    public SuspendTemplate forDuration(Object duration) {
        return copy(parts().within("suspend", in -> in.set("duration", Texts.of("duration", duration)), duration));
    }
}
