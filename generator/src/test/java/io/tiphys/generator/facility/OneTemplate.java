package io.tiphys.generator.facility;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;

/** Templates as they stand in a manifest. */
final class OneTemplate {
    private OneTemplate() {}

    static JsonNode of(Site site, Template template) {
        return site.workflowTemplate("sample")
                .entrypoint(template)
                .render()
                .json()
                .at("/spec/templates/0");
    }

    static JsonNode of(Template template) {
        return of(Site.defaults(), template);
    }
}
