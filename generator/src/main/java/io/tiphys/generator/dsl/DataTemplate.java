package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;

/** A template that lists the files of a location and sifts them. Immutable. */
public final class DataTemplate extends TemplateWords<DataTemplate> {
    private static final String BODY = "data";

    private DataTemplate(Parts parts) {
        super(parts);
    }

    static DataTemplate of(String name, Location location) {
        Declaration source =
                Fields.given("location", location).in(Declaration.of(Declaration.Role.INPUT_ARTIFACT, name));
        Parts parts = Parts.named(name)
                .within(
                        BODY,
                        in -> Texts.nested(in, "source", from -> from.set("artifactPaths", source.fields())),
                        source.sources());
        return new DataTemplate(parts);
    }

    @Override
    DataTemplate copy(Parts changed) {
        return new DataTemplate(changed);
    }

    /** A step of sifting, in expr-lang about {@code data}: {@code filter(data, {# endsWith '.nxs'})}. */
    public DataTemplate transform(String expression) {
        return copy(parts().within(
                        BODY, in -> in.add("transformation", Fields.NONE.set("expression", expression)), expression));
    }
}
