package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Collects the entries of one mapping; the last of a key wins, and each further one is a problem. */
final class MappingBuilder {
    private final List<YamlProblem> problems;
    private final List<YamlNode.Entry> entries = new ArrayList<>();
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Map<String, Position> seen = new HashMap<>();

    MappingBuilder(List<YamlProblem> problems) {
        this.problems = problems;
    }

    void add(String name, Position at, YamlNode node, JsonNode value) {
        once(name, at, "");
        entries.add(new YamlNode.Entry(name, at, node));
        json.set(name, value);
    }

    static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && (scalar.getTag() == null
                        ? scalar.getScalarStyle() == ScalarStyle.PLAIN
                        : scalar.getTag().equals("tag:yaml.org,2002:merge"));
    }

    /**
     * {@code <<} puts other mappings' entries here.
     *
     * @param alias whether the value is written as an alias, which must then name a mapping
     * @return whether the value is one that can be merged
     */
    boolean merge(Position at, YamlNode value, JsonNode content, boolean alias) {
        boolean list = value instanceof YamlNode.Sequence && !alias;
        List<YamlNode> sources = list ? ((YamlNode.Sequence) value).items() : List.of(value);
        for (int i = sources.size() - 1; i >= 0; i--) {
            if (!(sources.get(i) instanceof YamlNode.Mapping mapping)) {
                return false;
            }
            Set<String> names = new LinkedHashSet<>();
            mapping.entries().forEach(entry -> names.add(entry.key()));
            names.forEach(name -> once(name, at, ", now by <<"));
            entries.addAll(mapping.entries());
            json.setAll((ObjectNode) (list ? content.get(i) : content));
        }
        return true;
    }

    /** Go's strict reading also counts what {@code <<} brings: a key that overrides it stands twice. */
    private void once(String name, Position at, String how) {
        Position before = seen.putIfAbsent(name, at);
        if (before != null) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.DUPLICATE_KEY,
                    at,
                    "the key \"" + name + "\" stands twice in this mapping, first in line " + before.line() + how));
        }
    }

    YamlNode.Mapping node(Position start) {
        return new YamlNode.Mapping(start, entries);
    }

    ObjectNode json() {
        return json;
    }
}
