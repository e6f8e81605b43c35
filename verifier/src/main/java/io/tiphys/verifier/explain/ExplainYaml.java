package io.tiphys.verifier.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.file.WholeFile;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.pod.EffectivePod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An explanation as files: for each workflow {@code <kind>-<name>.yaml}, with a document for each distinct pod. */
public final class ExplainYaml {
    private static final int LONGEST_NAME = 120;
    private final boolean origins;

    /**
     * @param origins whether each document says where the fields of its pod come from
     */
    public ExplainYaml(boolean origins) {
        this.origins = origins;
    }

    /**
     * Writes the files, over those that are there.
     *
     * @return their paths
     */
    public List<Path> write(Explanation explanation, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Explanation.Document document : explanation.documents()) {
            Path file = folder.resolve(name(document, taken));
            WholeFile.write(file, text(document).getBytes(StandardCharsets.UTF_8));
            files.add(file);
        }
        return files;
    }

    /** The documents of one workflow's pods: {@code template}, {@code templateScope}, {@code inputs}, {@code pod}. */
    public String text(Explanation.Document document) {
        StringBuilder text = new StringBuilder();
        for (Explanation.PodRuns each : document.pods()) {
            text.append(text.isEmpty() ? "" : "---\n").append(YamlWriter.write(node(each.pod())));
        }
        return text.toString();
    }

    private ObjectNode node(EffectivePod pod) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("template", pod.call().template());
        node.put("templateScope", pod.call().scope());
        ObjectNode inputs = node.putObject("inputs");
        pod.inputs().forEach(inputs::put);
        node.set("pod", pod.pod());
        if (origins) {
            ObjectNode places = node.putObject("origins");
            new FieldOrigins(pod).byPlace().forEach(places::put);
        }
        return node;
    }

    /** A name that stays in the folder, whatever the object is called, and that no other object has. */
    private static String name(Explanation.Document document, Set<String> taken) {
        String wanted = (document.manifest().kind() + "-" + document.manifest().name())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]", "-");
        String base = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "-" + i;
        }
        return name + ".yaml";
    }
}
