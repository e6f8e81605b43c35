package io.tiphys.generator.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;

/** What a word becomes, as YAML. */
final class Render {
    static final Site SITE = Site.defaults().allowRoot();

    private Render() {}

    static WorkflowManifest manifest(Template entry) {
        return SITE.clusterWorkflowTemplate("sample").entrypoint(entry);
    }

    /** The part of a template at a JSON pointer; a missing one is an empty text. */
    static String yaml(Template template, String pointer) {
        return yaml(manifest(template), "/spec/templates/0" + pointer);
    }

    static String yaml(Manifest manifest, String pointer) {
        JsonNode node = manifest.render().json().at(pointer);
        return node.isMissingNode() ? "" : node.isValueNode() ? node.asText() : YamlWriter.write(node);
    }

    /** Means the same as the YAML, whatever the order of fields. */
    static void same(Template template, String pointer, String expected) {
        same(manifest(template), "/spec/templates/0" + pointer, expected);
    }

    static void same(Manifest manifest, String pointer, String expected) {
        String actual = yaml(manifest, pointer);
        assertThat(read(actual)).as(actual).isEqualTo(read(expected));
    }

    private static JsonNode read(String yaml) {
        return new YamlReader().read(yaml).documents().get(0).json();
    }
}
