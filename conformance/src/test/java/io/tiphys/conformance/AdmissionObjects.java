package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import java.util.Map;
import java.util.TreeMap;

/** The objects of one family of policies, as sent ({@code objects}) or as policies see them ({@code defaulted}). */
record AdmissionObjects(Corpus corpus, String family, String stage) {

    /** By name. A family is a folder of YAML or one JSON file. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> objects = new TreeMap<>();
        String path = "kubernetes/vap/" + stage + "/" + family;
        if (corpus.has(path + ".json")) {
            corpus.json(path + ".json").properties().forEach(entry -> objects.put(entry.getKey(), entry.getValue()));
        }
        for (String file : corpus.files(path, ".yaml")) {
            String name = file.substring(0, file.length() - ".yaml".length());
            new YamlReader()
                    .read(corpus.text(path + "/" + file)).documents().stream()
                            .findFirst()
                            .ifPresent(document -> objects.put(name, document.json()));
        }
        return objects;
    }
}
