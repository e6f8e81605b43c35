package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds for any content whatever. */
final class YamlWriterPropertyTest {

    @Provide
    Arbitrary<JsonNode> objects() {
        return JsonTrees.objects(4);
    }

    @Provide
    Arbitrary<String> texts() {
        return JsonTrees.texts();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("objects") JsonNode content) {
        String text = YamlWriter.write(content);
        YamlFile file = new YamlReader().read(text);
        assertThat(file.problems()).as(text).isEmpty();
        assertThat(file.documents()).as(text).hasSize(1);
        assertThat(file.documents().get(0).json()).as(text).isEqualTo(content);
        assertThat(file.documents().get(0).problems()).as(text).isEmpty();
        assertThat(YamlWriter.write(file.documents().get(0).json())).isEqualTo(text);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void linesEndWithLineFeedsAndNeverWithBlanks(@ForAll("objects") JsonNode content) {
        String text = YamlWriter.write(content);
        assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContain(" \n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("---") || line.startsWith("..."));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aTextStaysATextInYaml11And12(@ForAll("texts") String text) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("value", text).putArray("list").add(text);
        content.putObject("keys").put(text, 1);
        String written = YamlWriter.write(content);
        Yaml yaml11 = new Yaml(new SafeConstructor(new LoaderOptions()));
        Load yaml12 = new Load(LoadSettings.builder().build());
        // The engine does not know YAML's escapes of these characters, so only the other reader judges them.
        boolean known = text.codePoints().noneMatch(point -> "\u0085\u00a0\u2028\u2029".indexOf(point) >= 0);
        Object first = yaml11.load(written);
        for (Object read : new Object[] {first, known ? yaml12.loadFromString(written) : first}) {
            Map<?, ?> fields = (Map<?, ?>) read;
            assertThat(fields.get("value")).as(written).isEqualTo(text);
            assertThat(fields.get("list")).as(written).isEqualTo(java.util.List.of(text));
            assertThat(fields.get("keys")).as(written).isEqualTo(Map.of(text, 1));
        }
    }
}
