package io.tiphys.verifier.pod.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrategicMergeProperties {

    @Property(tries = 200)
    void anEmptyPatchIsIdentity(@ForAll("specs") ObjectNode spec) throws MergeException {
        assertThat(merge(spec, JsonNodeFactory.instance.objectNode())).isEqualTo(spec);
    }

    @Property(tries = 200)
    void aPatchAppliedTwiceIsAppliedOnce(@ForAll("specs") ObjectNode spec, @ForAll("specs") ObjectNode patch)
            throws MergeException {
        JsonNode once = merge(spec, patch);
        assertThat(merge(once, patch)).isEqualTo(once);
    }

    @Property(tries = 200)
    void everyContainerOfBothSidesIsThereOnce(@ForAll("specs") ObjectNode spec, @ForAll("specs") ObjectNode patch)
            throws MergeException {
        List<String> merged = names(merge(spec, patch));
        assertThat(merged).doesNotHaveDuplicates().containsAll(names(spec)).containsAll(names(patch));
    }

    @Property(tries = 200)
    void theOrderOfKeysIsAllTheSame(
            @ForAll("specs") ObjectNode spec, @ForAll("specs") ObjectNode patch, @ForAll Random random)
            throws MergeException {
        assertThat(merge(shuffled(spec, random), shuffled(patch, random))).isEqualTo(merge(spec, patch));
    }

    private static ObjectNode shuffled(ObjectNode object, Random random) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        Collections.shuffle(fields, random);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields) {
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode inner) {
                result.set(field.getKey(), shuffled(inner, random));
            } else if (value.isArray()) {
                ArrayNode list = result.putArray(field.getKey());
                value.forEach(item -> list.add(shuffled((ObjectNode) item, random)));
            } else {
                result.set(field.getKey(), value);
            }
        }
        return result;
    }

    @Provide
    Arbitrary<ObjectNode> specs() {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c", "d", "e");
        Arbitrary<List<String>> containers = name.list().uniqueElements().ofMaxSize(4);
        Arbitrary<Map<String, String>> selector =
                Arbitraries.maps(name, Arbitraries.of("1", "2")).ofMaxSize(3);
        return Combinators.combine(containers, selector, Arbitraries.of("x", "y"))
                .as((all, labels, image) -> {
                    ObjectNode spec = JsonNodeFactory.instance.objectNode();
                    ArrayNode list = spec.putArray("containers");
                    all.forEach(one -> list.addObject().put("name", one).put("image", image));
                    ObjectNode nodes = spec.putObject("nodeSelector");
                    labels.forEach(nodes::put);
                    return spec;
                });
    }

    private static List<String> names(JsonNode spec) {
        return spec.path("containers").findValuesAsText("name");
    }

    private static JsonNode merge(JsonNode base, JsonNode patch) throws MergeException {
        return StrategicMerge.apply(base, patch, StrategicMergeTest.type("PodSpec"));
    }
}
