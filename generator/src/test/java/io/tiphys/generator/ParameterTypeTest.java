package io.tiphys.generator;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of parameters: the annotations that they become, and defaults and arguments that do not fit them. */
class ParameterTypeTest {
    private static final Site SITE = Site.defaults().annotationPrefix("forms.example.org");

    private static WorkflowManifest manifest(Template entrypoint) {
        return SITE.clusterWorkflowTemplate("sample").entrypoint(entrypoint);
    }

    private static ContainerTemplate run(Object... args) {
        return container("run").image("busybox:1").args(args);
    }

    private static JsonNode annotation(WorkflowManifest manifest, String name) throws Exception {
        JsonNode text =
                manifest.render().json().path("metadata").path("annotations").path("forms.example.org/" + name);
        return new ObjectMapper().readTree(text.asText());
    }

    static List<Arguments> types() {
        ParameterType pair = ParameterType.list(ParameterType.integer(-90, 90), 2, 2);
        return List.of(
                Arguments.of(ParameterType.integer(), "12", "1.5", "1.5 is no whole number"),
                Arguments.of(ParameterType.integer(1, 64), "64", "100", "100 is not within 1 and 64"),
                Arguments.of(ParameterType.integer(1, 64), "1", "0", "0 is not within 1 and 64"),
                Arguments.of(ParameterType.integer(), "-3", "3px", "\"3px\" is no whole number"),
                Arguments.of(ParameterType.number(0, 0.5), "0.25", "0.6", "0.6 is not within 0 and 0.5"),
                Arguments.of(ParameterType.number(), "1e3", "1e", "\"1e\" is no number"),
                Arguments.of(
                        ParameterType.bool(), "true", "yes", "\"yes\" is no truth value; allowed are true and false"),
                Arguments.of(ParameterType.choice("a", "b"), "b", "c", "\"c\" is none of [\"a\",\"b\"]"),
                Arguments.of(ParameterType.text(2, 4), "abcd", "abcde", "has 5 characters; allowed are 2 to 4"),
                Arguments.of(ParameterType.text(2, 4), "äö", "a", "has 1 characters; allowed are 2 to 4"),
                Arguments.of(ParameterType.pattern("^i[0-9]+$"), "i08", "x", "\"x\" does not match ^i[0-9]+$"),
                Arguments.of(ParameterType.date(), "2024-02-29", "2023-02-29", "is no day such as 2026-01-31"),
                Arguments.of(ParameterType.quantity(), "500m", "20GB", "is no quantity such as 500m or 20Gi"),
                Arguments.of(ParameterType.json(), "{\"a\": 1}", "[1]", "[1] is no JSON object"),
                Arguments.of(ParameterType.json(), "{}", "{", "\"{\" is no JSON object"),
                Arguments.of(
                        ParameterType.json().property("n", ParameterType.integer(1, 2)),
                        "{\"n\": 2}",
                        "{\"n\": 3}",
                        "property n: 3 is not within 1 and 2"),
                Arguments.of(pair, "[24, -65]", "[24]", "the list has 1 items; allowed are 2 to 2"),
                Arguments.of(pair, "[24, -65]", "[24, -95]", "item 1: -95 is not within -90 and 90"),
                Arguments.of(ParameterType.list(pair), "[[24, -65], [25, -65]]", "24", "24 is no JSON list"),
                Arguments.of(ParameterType.list(ParameterType.text()), "[\"a\"]", "[1]", "item 0: 1 is no text"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void gen09ADefaultFitsItsType(ParameterType type, String right, String wrong, String message) {
        assertThat(manifest(run(input("p", right).type(type))).findings()).isEmpty();
        assertThat(manifest(run(input("p", wrong).type(type))).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("GEN-09");
                    assertThat(finding.message()).startsWith("The default of \"p\" does not fit: ");
                    assertThat(finding.message()).contains(message);
                });
    }

    @Test
    void gen09AFallbackAndAParameterOfTheWorkflowAreChecked() {
        ParameterType type = ParameterType.integer(1, 4);
        assertThat(manifest(run(input("p").fallback(9).type(type))).findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-09");
        assertThat(manifest(run(parameter("p", 9).type(type))).findings())
                .extracting(Finding::rule)
                .containsExactly("GEN-09");
        assertThat(manifest(run(input("p", parameter("n")).type(type))).findings())
                .isEmpty();
    }

    @Test
    void gen09AnArgumentFitsTheTypeOfTheInput() {
        Input size = input("size").type(ParameterType.integer(1, 4));
        Template callee = run(size);
        assertThat(manifest(dag("main", d -> d.task("a", callee.with(size, 9)))).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("GEN-09");
                    assertThat(finding.message())
                            .isEqualTo("The argument of \"size\" does not fit: 9 is not within 1 and 4");
                    assertThat(finding.java().orElseThrow().file()).endsWith("ParameterTypeTest.java");
                });
        assertThat(manifest(dag("main", d -> d.task("a", callee.with(size, 4)))).findings())
                .isEmpty();
        assertThat(manifest(dag("main", d -> d.task("a", callee.with(size, parameter("n")))))
                        .findings())
                .isEmpty();
    }

    @Test
    void theSchemaHasDescriptionAndDefaultAsTheirType() throws Exception {
        Input count = input("count", 2)
                .description("how many")
                .type(ParameterType.integer(1, 4).title("Count"));
        assertThat(annotation(manifest(run(count)), "parameter-schema.count").toString())
                .isEqualTo("{\"type\":\"integer\",\"minimum\":1,\"maximum\":4,\"title\":\"Count\","
                        + "\"description\":\"how many\",\"default\":2}");
        Input boxes =
                input("boxes", "[[1, 2]]").type(ParameterType.list(ParameterType.list(ParameterType.number(), 2, 2)));
        assertThat(annotation(manifest(run(boxes)), "parameter-schema.boxes").toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"number\"},"
                        + "\"minItems\":2,\"maxItems\":2},\"default\":[[1,2]]}");
    }

    @Test
    void aChoiceIsAlsoArgosEnum() {
        JsonNode parameter = manifest(run(input("c", "a").type(ParameterType.choice("a", "b"))))
                .render()
                .json()
                .at("/spec/templates/0/inputs/parameters/0");
        assertThat(parameter.path("enum")).extracting(JsonNode::asText).containsExactly("a", "b");
    }

    @Test
    void theFormShowsAllParametersInTheirOrderOnceOneSaysHow() throws Exception {
        Input scale = input("scale", 1).type(ParameterType.number(0, 2).slider());
        JsonNode form = annotation(
                manifest(run(
                        input("scan"),
                        scale,
                        parameter("visit").fromConfigMap("sessionspaces", "data_directory"),
                        parameter("group", "x"))),
                "ui-schema");
        assertThat(form.toString())
                .isEqualTo("{\"type\":\"VerticalLayout\",\"elements\":["
                        + "{\"type\":\"Control\",\"scope\":\"#/properties/group\"},"
                        + "{\"type\":\"Control\",\"scope\":\"#/properties/scan\"},"
                        + "{\"type\":\"Control\",\"scope\":\"#/properties/scale\",\"options\":{\"slider\":true}}]}");
        WorkflowManifest plain = manifest(run(input("scale", 1).type(ParameterType.number(0, 2))));
        assertThat(plain.render().json().at("/metadata/annotations").has("forms.example.org/ui-schema"))
                .isFalse();
    }

    @Test
    void onlyWhatWhoeverSubmitsCanSetIsInTheForm() {
        Input inner = input("inner").type(ParameterType.integer());
        Input outer = input("outer").type(ParameterType.integer());
        Template callee = run(inner);
        WorkflowManifest manifest = manifest(dag("main", d -> d.task("a", callee.with(inner, outer))));
        assertThat(manifest.render().json().at("/metadata/annotations").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("forms.example.org/parameter-schema.outer");
    }

    @Test
    void withoutAPrefixNothingIsWritten() {
        Input count = input("count", 2).type(ParameterType.integer(1, 4).slider());
        assertThat(Site.defaults()
                        .clusterWorkflowTemplate("sample")
                        .entrypoint(run(count))
                        .render()
                        .json()
                        .at("/metadata")
                        .has("annotations"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4,1", "0,-1"})
    void boundsThatLeaveNothingAreRefused(int least, int most) {
        assertThatThrownBy(() -> ParameterType.integer(least, most)).hasMessageContaining("leave nothing");
        assertThatThrownBy(() -> ParameterType.number(least, most)).hasMessageContaining("leave nothing");
        assertThatThrownBy(() -> ParameterType.text(least, most)).hasMessageContaining("leave nothing");
        assertThatThrownBy(() -> ParameterType.list(ParameterType.text(), least, most))
                .hasMessageContaining("leave nothing");
    }

    @Test
    void otherTypesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(ParameterType::choice).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> ParameterType.pattern("(")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ParameterType.text().property("a", ParameterType.text()))
                .hasMessageContaining("Only a JSON object has properties");
    }
}
