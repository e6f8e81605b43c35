package io.tiphys.model.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.schema.ApiSchema;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of fabric8's classes as manifests. */
final class KubernetesObjects {
    private static final List<String> NAMES = List.of("name", "generateName");

    private KubernetesObjects() {}

    /** Its content without {@code status}, which the cluster writes, and one line for the object and its name. */
    static Rendering.Rendered render(HasMetadata object, Optional<JavaLine> origin) {
        ObjectNode json = (ObjectNode) Values.kubernetes(Fields.given("a Kubernetes object", object));
        json.remove("status");
        SortedMap<String, JavaLine> lines = new TreeMap<>();
        origin.ifPresent(line -> {
            lines.put("", line);
            NAMES.stream().filter(json.path("metadata")::has).forEach(name -> lines.put("/metadata/" + name, line));
        });
        return new Rendering.Rendered(ApiSchema.get().ordered(json), lines);
    }
}
