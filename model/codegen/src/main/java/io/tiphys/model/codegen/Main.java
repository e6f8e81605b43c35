package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Called while tiphys-model is built. */
public final class Main {
    private Main() {}

    /**
     * Reads the schema, writes classes and resources.
     *
     * @param args folder of the schema files, folder for Java sources, folder for resources
     */
    public static void main(String[] args) throws IOException {
        Path schemas = Path.of(args[0]);
        Path sources = Path.of(args[1]);
        Path resources = Path.of(args[2]);
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode argo =
                (ObjectNode) yaml.readTree(schemas.resolve("argo.yaml").toFile());
        ObjectNode overlay =
                (ObjectNode) yaml.readTree(schemas.resolve("kubernetes.yaml").toFile());
        ObjectNode kubernetes = new KubernetesTables(overlay).build(argo);
        Schemas.close(argo);
        Schemas.close(kubernetes);

        Path out = resources.resolve("io/tiphys/model/schema");
        Files.createDirectories(out);
        ObjectMapper json = new ObjectMapper();
        write(json, argo, out.resolve("argo.json"));
        write(json, kubernetes, out.resolve("kubernetes.json"));
        new ModelWriter(argo).write(sources);
    }

    /** Leaves a file alone that would not change, so that nothing is compiled again without need. */
    private static void write(ObjectMapper json, ObjectNode content, Path file) throws IOException {
        byte[] bytes = json.writeValueAsBytes(content);
        if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
    }
}
