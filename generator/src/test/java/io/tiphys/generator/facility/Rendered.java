package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.yaml.YamlWriter;

/** A workflow with one container, and what it becomes. */
final class Rendered {
    static final Site SITE = Site.defaults().storageClass("netapp");
    static final ContainerTemplate RUN = container("run").image("busybox:1.37");

    private Rendered() {}

    static WorkflowManifest workflow(ContainerTemplate run) {
        return SITE.workflow("sample-").entrypoint(run);
    }

    static JsonNode json(Manifest manifest) {
        return manifest.render().json();
    }

    static String yaml(Manifest manifest, String pointer) {
        return YamlWriter.write(json(manifest).at(pointer));
    }
}
