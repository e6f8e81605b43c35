package io.tiphys.verifier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.SchemaCheck;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Objects of all kinds that an API server takes, and what it says of each after one change. A line of {@code changes.tsv} has
 * the rule or {@code accepted}, the object, the changed field, and its new value, which is empty where the field is deleted.
 */
class KubernetesCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaCheck SCHEMA = new SchemaCheck(SchemaSettings.DEFAULT);

    @Test
    void theObjectsAreAccepted() {
        objects()
                .forEach((name, object) ->
                        assertThat(refusals(object.toString())).as(name).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> changesAreJudged() {
        Map<String, ObjectNode> objects = objects();
        return lines("changes.tsv").stream().map(line -> {
            String[] parts = line.split("\t", -1);
            return DynamicTest.dynamicTest(String.join(" ", parts), () -> {
                ObjectNode object = objects.get(parts[1]).deepCopy();
                change(object, parts[2], parts[3]);
                Set<String> rules = refusals(object.toString());
                if (parts[0].equals("accepted")) {
                    assertThat(rules).isEmpty();
                } else {
                    assertThat(rules).contains(parts[0]);
                }
            });
        });
    }

    @Test
    void everyRuleHasAChangeThatBreaksIt() {
        Set<String> broken = new TreeSet<>();
        lines("changes.tsv").forEach(line -> broken.add(line.substring(0, line.indexOf('\t'))));
        KubernetesRules.all().forEach(rule -> assertThat(broken).contains(rule.id()));
    }

    private static void change(ObjectNode object, String path, String value) throws IOException {
        JsonPointer pointer = JsonPointer.compile(path);
        JsonNode owner = object.at(pointer.head());
        JsonNode content = value.isEmpty() ? null : JSON.readTree(value);
        if (owner instanceof ArrayNode list) {
            int index = pointer.last().getMatchingIndex();
            if (content == null) {
                list.remove(index);
            } else {
                list.set(index, content);
            }
        } else if (content == null) {
            ((ObjectNode) owner).remove(pointer.last().getMatchingProperty());
        } else {
            ((ObjectNode) owner).set(pointer.last().getMatchingProperty(), content);
        }
    }

    private static Set<String> refusals(String text) {
        Set<String> rules = new TreeSet<>();
        for (Manifest manifest :
                new Loader().parse("object.yaml", text, true, SourceIndex.EMPTY).manifests()) {
            List<Finding> findings = new ArrayList<>(SCHEMA.check(manifest));
            findings.addAll(KubernetesCheck.check(manifest));
            for (Finding finding : findings) {
                if (finding.refusedBy().contains(RealProgram.API_SERVER)) {
                    rules.add(finding.rule());
                }
            }
        }
        return rules;
    }

    private static Map<String, ObjectNode> objects() {
        Map<String, ObjectNode> objects = new HashMap<>();
        new YamlReader().read(text("objects.yaml")).documents().forEach(document -> {
            ObjectNode object = (ObjectNode) document.json();
            objects.put(
                    object.path("kind").asText() + "/"
                            + object.path("metadata").path("name").asText(),
                    object);
        });
        return objects;
    }

    private static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    private static String text(String file) {
        try (InputStream input = KubernetesCheckTest.class.getResourceAsStream(file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
