package io.tiphys.model.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facility.Author;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.Inputs;
import io.tiphys.model.argo.Parameter;
import io.tiphys.model.argo.Template;
import io.tiphys.model.argo.Workflow;
import io.tiphys.model.argo.WorkflowStep;
import io.tiphys.model.value.AnyString;
import io.tiphys.model.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ApiObjectTest {
    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void ofHasNothingButItsKind() {
        assertThat(Template.of().toJson()).isEmpty();
        assertThat(Workflow.of().toJson())
                .hasToString("{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Workflow\"}");
        assertThat(Template.of()).isSameAs(Template.of());
    }

    @Test
    void settersGiveNewValuesAndLeaveTheOldAlone() {
        Template before = Template.of().name("a");
        Template after = before.name("b").parallelism(3);
        assertThat(before.toJson()).hasToString("{\"name\":\"a\"}");
        assertThat(after.toJson()).hasToString("{\"name\":\"b\",\"parallelism\":3}");
    }

    @Test
    void whatIsPutInOrTakenOutIsACopy() throws Exception {
        List<String> words = new ArrayList<>(List.of("a"));
        Map<String, String> labels = new LinkedHashMap<>(Map.of("k", "v"));
        ObjectNode input = json("{'name':'t'}");
        Parameter parameter = Parameter.of().enumValue(words);
        Template template = Template.fromJson(input).nodeSelector(labels);
        words.add("b");
        labels.put("l", "w");
        input.put("name", "changed");
        template.toJson().put("name", "changed");
        assertThat(parameter.enumValue()).containsExactly(AnyString.of("a"));
        assertThat(template.toJson()).hasToString("{\"name\":\"t\",\"nodeSelector\":{\"k\":\"v\"}}");
        assertThatThrownBy(() -> template.nodeSelector().put("x", "y"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> parameter.enumValue().add(AnyString.of("x")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void equalityIsThatOfContent() throws Exception {
        Template set = Template.of().name("a").parallelism(3);
        assertThat(set)
                .isEqualTo(Template.of().parallelism(3).name("a"))
                .isEqualTo(Template.fromJson(json("{'name':'a','parallelism':3}")))
                .hasSameHashCodeAs(Template.fromJson(json("{'name':'a','parallelism':3}")))
                .isNotEqualTo(Template.of().name("a"))
                .isNotEqualTo(Parameter.fromJson(json("{'name':'a','parallelism':3}")));
    }

    @Test
    void aNumberIsWhatItIsHoweverItCame() {
        Template whole = Template.of().with("n", 3);
        assertThat(Template.of().with("n", 3L)).isEqualTo(whole);
        assertThat(Template.of().with("n", 3.0)).isEqualTo(whole);
        assertThat(Template.of().with("n", new BigDecimal("3.00"))).isEqualTo(whole);
        assertThat(Template.of().with("n", DecimalNode.valueOf(new BigDecimal("3"))))
                .isEqualTo(whole);
        assertThat(Template.of().with("n", 0.1)).isEqualTo(Template.of().with("n", new BigDecimal("0.1")));
        assertThatThrownBy(() -> Template.of().with("n", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void gettersReadWhatSettersAndJsonWrote() throws Exception {
        Container container =
                new ContainerBuilder().withImage("i:1").withCommand("c").build();
        Template set = Template.of()
                .inputs(Inputs.of().parameters(Parameter.of().name("p").value(1)))
                .container(container)
                .steps(List.of(List.of(WorkflowStep.of().name("s"))));
        for (Template template : List.of(set, Template.fromJson(set.toJson()))) {
            assertThat(template.inputs().orElseThrow().parameters())
                    .singleElement()
                    .isEqualTo(Parameter.of().name("p").value(1));
            assertThat(template.container().orElseThrow().getImage()).isEqualTo("i:1");
            assertThat(template.steps().get(0).get(0).name()).contains("s");
            assertThat(template.dag()).isEmpty();
            assertThat(template.sidecars()).isEmpty();
        }
        assertThat(Template.fromJson(json("{'name':null,'sidecars':null}")).name())
                .isEmpty();
        assertThat(Template.fromJson(json("{'name':null,'sidecars':null}")).sidecars())
                .isEmpty();
    }

    @Test
    void jsonComesOutAsItWentIn() throws Exception {
        ObjectNode json =
                json("{'zz':{'a':[1,{'b':null}]},'name':'n','steps':[[{'name':'s','unknown':1.5}]],'daemon':null}");
        assertThat(Template.fromJson(json).toJson()).hasToString(json.toString());
    }

    @Test
    void renderingOrdersBySchemaUnknownLast() {
        ObjectNode json = Rendering.render(Author.manifest()).json();
        assertThat(json.fieldNames()).toIterable().containsExactly("apiVersion", "kind", "spec");
        assertThat(json.path("spec").fieldNames())
                .toIterable()
                .containsExactly("entrypoint", "templateDefaults", "templates");
        assertThat(json.at("/spec/templates/0").fieldNames())
                .toIterable()
                .containsExactly("name", "nodeSelector", "tolerations");
        ClusterWorkflowTemplate again = ClusterWorkflowTemplate.fromJson(json);
        assertThat(again).isEqualTo(Author.manifest());
        assertThat(Rendering.render(again).json()).hasToString(json.toString());
    }

    @Test
    void embeddedYamlIsTextInTheManifestAndPointsInsideInTheIndex() {
        Template template = Template.of()
                .with(
                        "podSpecPatch",
                        new Slot.EmbeddedYaml(Fields.NONE.set("containers", List.of(Map.of("name", "main")))));
        String text = template.toJson().path("podSpecPatch").asText();
        assertThat(new YamlReader().read(text).documents().get(0).json())
                .hasToString("{\"containers\":[{\"name\":\"main\"}]}");
        assertThat(Rendering.render(template).lines().keySet())
                .contains("/podSpecPatch", "/podSpecPatch#/containers", "/podSpecPatch#/containers/0/name");
    }
}
