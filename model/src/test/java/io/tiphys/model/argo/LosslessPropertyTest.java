package io.tiphys.model.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Load, render, load: nothing is lost and nothing changes, for objects of every type, good and bad. */
final class LosslessPropertyTest {
    private static final int DEPTH = 2;

    record Sample(String type, ObjectNode json) {
        ApiObject<?> load() {
            return load(json);
        }

        ApiObject<?> load(ObjectNode content) {
            try {
                return (ApiObject<?>) Class.forName("io.tiphys.model.argo." + type)
                        .getMethod("fromJson", ObjectNode.class)
                        .invoke(null, content);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        List<ApiType> types = new ArrayList<>();
        ApiSchema.get().argo().path("$defs").properties().forEach(definition -> {
            if (definition.getValue().has("properties")) {
                types.add(ApiSchema.get().argoType(definition.getKey()).orElseThrow());
            }
        });
        return Arbitraries.of(types)
                .flatMap(type -> SchemaObjects.of(type, DEPTH).map(json -> new Sample(type.name(), (ObjectNode) json)));
    }

    private static String text(ApiObject<?> object) {
        return YamlWriter.write(Rendering.render(object).json());
    }

    private static JsonNode read(String text) {
        List<YamlDocument> documents = new YamlReader().read(text).documents();
        assertThat(documents).as(text).hasSize(1);
        return documents.get(0).json();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void nothingIsLost(@ForAll("samples") Sample sample) {
        ApiObject<?> object = sample.load();
        String text = text(object);
        assertThat(read(text)).as(text).isEqualTo(sample.json());
        assertThat(object.toJson()).isEqualTo(sample.json());
        assertThat(sample.load((ObjectNode) read(text))).isEqualTo(object).hasSameHashCodeAs(object);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void renderingIsIdempotentAndDeterministic(@ForAll("samples") Sample sample) {
        String text = text(sample.load());
        assertThat(text(sample.load())).isEqualTo(text);
        assertThat(text(sample.load((ObjectNode) read(text)))).isEqualTo(text);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theOrderOfKnownFieldsIsTheSchemas(@ForAll("samples") Sample sample) {
        List<String> names = new ArrayList<>();
        sample.json().fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> reversed.set(name, sample.json().get(name)));
        assertThat(text(sample.load(reversed))).isEqualTo(text(sample.load()));
    }
}
