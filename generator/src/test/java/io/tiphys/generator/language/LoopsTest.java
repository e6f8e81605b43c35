package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loops over lists, maps, ranges, parameters. */
class LoopsTest {
    private final Input message = input("message");
    private final Template echo = container("echo").image("busybox:1").args(message);

    private Template loop(java.util.function.Consumer<Step> how) {
        return steps("main", s -> how.accept(s.step("a", echo.with(message, item()))));
    }

    @Test
    void listsOfWhateverJsonHas() {
        same(loop(a -> a.forEach("a", 1, true, Map.of("k", "v"), List.of(1, 2))), "/steps/0/0/withItems", """
                [a, 1, true, {k: v}, [1, 2]]
                """);
        same(loop(a -> a.forEach(List.of("a", "b"))), "/steps/0/0/withItems", "[a, b]");
    }

    @Test
    void mapsKeepTheirOrderIfTheyHaveOne() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tag", "1");
        map.put("image", "busybox");
        assertThat(yaml(loop(a -> a.forEach(map)), "/steps/0/0/withItems/0")).isEqualTo("tag: \"1\"\nimage: busybox\n");
        assertThat(yaml(loop(a -> a.forEach(Map.of("b", 1, "a", 2))), "/steps/0/0/withItems/0"))
                .isEqualTo("a: 2\nb: 1\n");
        assertThat(yaml(
                        steps("main", s -> s.step("a", echo.with(message, item("tag")))
                                .forEach(map)),
                        "/steps/0/0/arguments/parameters/0/value"))
                .isEqualTo("{{item.tag}}");
    }

    @Test
    void aValueDeepInAnItemIsDeclared() {
        Input image = input("image", "busybox");
        Template all = loop(a -> a.forEach(Map.of("image", image, "more", List.of("x" + image))));
        same(all, "/steps/0/0/withItems", """
                - image: "{{inputs.parameters.image}}"
                  more: ["x{{inputs.parameters.image}}"]
                """);
        same(all, "/inputs", "parameters: [{name: image, value: busybox}]");
    }

    @Test
    void ranges() {
        same(loop(a -> a.forCount(3)), "/steps/0/0/withSequence", "{count: '3'}");
        same(loop(a -> a.forRange(1, message)), "/steps/0/0/withSequence", """
                {start: '1', end: "{{inputs.parameters.message}}"}
                """);
        same(loop(a -> a.forRange(1, 9, "tile%02d")), "/steps/0/0/withSequence", """
                {start: '1', end: '9', format: tile%02d}
                """);
    }

    @Test
    void listsThatAreKnownWhenItRuns() {
        WorkflowParameter list = parameter("list", "[1, 2]");
        assertThat(yaml(loop(a -> a.forEach(list)), "/steps/0/0/withParam")).isEqualTo("{{workflow.parameters.list}}");
        assertThat(yaml(loop(a -> a.forEachJson("[1, 2]")), "/steps/0/0/withParam"))
                .isEqualTo("[1, 2]");
        Template chained = dag("main", d -> {
            Task a = d.task("a", echo.with(message, "x"));
            d.task("b", echo.with(message, item())).forEach(a.result());
            d.task("c", echo.with(message, item())).forEachJson("" + a.result());
        });
        assertThat(yaml(chained, "/dag/tasks/1/depends")).isEqualTo("a");
        assertThat(yaml(chained, "/dag/tasks/2/depends")).isEqualTo("a");
        assertThat(Render.manifest(chained).findings()).isEmpty();
    }
}
