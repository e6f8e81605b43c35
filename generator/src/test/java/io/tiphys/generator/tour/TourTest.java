package io.tiphys.generator.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/language.md is made from its text here, from compiled classes and from what they become. */
class TourTest {
    private static final List<Path> FOLDERS = List.of(
            Path.of("src/test/java/io/tiphys/generator/tour"),
            Path.of("../conformance/src/test/java/io/tiphys/conformance/scenarios"));
    private static final Map<String, TemplateSource> CLASSES = Map.of(
            "Summary",
            new Summary(),
            "Kinds",
            new Kinds(),
            "Graphs",
            new Graphs(),
            "Policies",
            new Policies(),
            "Elsewhere",
            new Elsewhere());

    @Test
    void docsLanguageIsUpToDate() throws IOException {
        Path file = Path.of("..", "docs", "language.md");
        String page = page();
        if (Boolean.getBoolean("tiphys.writeDocs")) {
            Files.writeString(file, page);
        }
        assertThat(file)
                .as("write it anew with: mvn -pl generator -am test -Dtest=TourTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtiphys.writeDocs=true")
                .content()
                .isEqualTo(page);
    }

    @Test
    void noClassOfTheTourHasAMistake() {
        CLASSES.forEach((name, source) ->
                assertThat(source.define(Site.defaults()).findings()).as(name).isEmpty());
    }

    /** {@code @java NAME} is a snippet; {@code @yaml CLASS POINTER} is what a class becomes. */
    private static String page() throws IOException {
        Map<String, String> snippets = snippets();
        StringBuilder page = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("src/test/resources/tour/language.md"))) {
            String[] words = line.split(" ");
            if (words[0].equals("@java")) {
                assertThat(snippets).containsKey(words[1]);
                page.append("```java\n").append(snippets.get(words[1])).append("```\n");
            } else if (words[0].equals("@yaml")) {
                JsonNode json =
                        CLASSES.get(words[1]).define(Site.defaults()).render().json();
                JsonNode part = json.at(words.length > 2 ? words[2] : "");
                assertThat(part.isMissingNode()).as(line).isFalse();
                page.append("```yaml\n").append(YamlWriter.write(part)).append("```\n");
            } else {
                page.append(line).append('\n');
            }
        }
        return page.toString();
    }

    private static Map<String, String> snippets() throws IOException {
        Map<String, String> snippets = new TreeMap<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    read(Files.readAllLines(file), snippets);
                }
            }
        }
        return snippets;
    }

    private static void read(List<String> lines, Map<String, String> snippets) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("// tour:")) {
                List<String> body = new ArrayList<>();
                while (!lines.get(++i).strip().equals("// end")) {
                    body.add(lines.get(i));
                }
                String snippet = String.join("\n", body).stripIndent() + "\n";
                assertThat(snippets.put(line.substring("// tour:".length()), snippet))
                        .as(line)
                        .isNull();
            }
        }
    }
}
