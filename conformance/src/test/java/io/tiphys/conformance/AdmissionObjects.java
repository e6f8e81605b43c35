package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The objects of one family of policies, as sent ({@code objects}) or as policies see them ({@code defaulted}). */
record AdmissionObjects(Corpus corpus, String family, String stage) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** By name; what was not recorded as defaulted is as it was sent. Those of our own under their name and {@code own/}. A family is a folder of YAML or one JSON file. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> objects = new AdmissionObjects(corpus, family, "objects").read();
        objects.putAll(read());
        new AdmissionObjects(corpus, "own", stage).read().forEach((name, object) -> objects.put("own/" + name, object));
        return objects;
    }

    private Map<String, JsonNode> read() {
        Map<String, JsonNode> objects = new TreeMap<>();
        String path = "kubernetes/vap/" + stage + "/" + family;
        if (corpus.has(path + ".json")) {
            corpus.json(path + ".json").properties().forEach(entry -> objects.put(entry.getKey(), entry.getValue()));
        }
        for (String file : corpus.files(path, ".yaml")) {
            String name = file.substring(0, file.length() - ".yaml".length());
            // Written by a library for which y and n are texts, as they are for SnakeYAML.
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(corpus.text(path + "/" + file));
            objects.put(name, MAPPER.valueToTree(content));
        }
        return objects;
    }
}
