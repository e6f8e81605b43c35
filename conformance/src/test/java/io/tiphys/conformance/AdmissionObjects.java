package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.model.yaml.YamlReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The objects of one family of policies, as sent ({@code objects}) or as policies see them ({@code defaulted}). */
record AdmissionObjects(Corpus corpus, String family, String stage) {
    private static final Pattern WITH_POINT =
            Pattern.compile("[-+]?[0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** By name; what was not recorded as defaulted is as it was sent. Those of our own under their name and {@code own/}. A family is a folder of YAML or one JSON file. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> objects = new AdmissionObjects(corpus, family, "objects").read();
        objects.putAll(read());
        new AdmissionObjects(corpus, "own", stage).read().forEach((name, object) -> objects.put("own/" + name, object));
        return objects;
    }

    private static Yaml loader() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
                super.addImplicitResolver(tag, tag.equals(Tag.FLOAT) ? WITH_POINT : pattern, first, limit);
            }
        });
    }

    /** Those of the family alone. */
    Map<String, JsonNode> own() {
        return read();
    }

    private Map<String, JsonNode> read() {
        Map<String, JsonNode> objects = new TreeMap<>();
        String path = "kubernetes/vap/" + stage + "/" + family;
        if (corpus.has(path + ".json")) {
            corpus.json(path + ".json").properties().forEach(entry -> objects.put(entry.getKey(), entry.getValue()));
        }
        for (String file : corpus.files(path, ".yaml")) {
            String name = file.substring(0, file.length() - ".yaml".length());
            if (stage.equals("objects")) {
                objects.put(
                        name,
                        new YamlReader()
                                .read(corpus.text(path + "/" + file))
                                .documents()
                                .get(0)
                                .json());
                continue;
            }
            // Written by a library for which y, n and 1e-3 are texts.
            Object content = loader().load(corpus.text(path + "/" + file));
            objects.put(name, MAPPER.valueToTree(content));
        }
        return objects;
    }
}
