package io.tiphys.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class ApiSchemaTest {
    private final ApiSchema schema = ApiSchema.get();

    private ApiField kubernetes(String type, String field) {
        return schema.kubernetesType(type).orElseThrow().field(field).orElseThrow();
    }

    @Test
    void kindsAreFoundByTheirVersion() {
        assertThat(schema.kind("argoproj.io/v1alpha1", "ClusterWorkflowTemplate"))
                .isPresent();
        assertThat(schema.kind("v1", "Pod").map(ApiType::name)).contains("Pod");
        assertThat(schema.kind("batch/v1", "Job")).isPresent();
        assertThat(schema.kind("v1", "Job")).isEmpty();
        assertThat(schema.kind("argoproj.io/v1", "Workflow")).isEmpty();
    }

    @Test
    void fieldsKnowTheirShapeAndType() {
        ApiType template = schema.argoType("Template").orElseThrow();
        ApiField container = template.field("container").orElseThrow();
        assertThat(container.type().map(ApiType::name)).contains("Container");
        assertThat(container.type().map(ApiType::document)).contains(ApiSchema.KUBERNETES);
        assertThat(template.field("sidecars").orElseThrow().isList()).isTrue();
        assertThat(template.field("sidecars").orElseThrow().type().map(ApiType::name))
                .contains("UserContainer");
        assertThat(template.field("nodeSelector").orElseThrow().isMap()).isTrue();
        assertThat(template.field("nope")).isEmpty();
        assertThat(template.field("pendingTimeout").orElseThrow().since()).contains("4.1");
        assertThat(template.field("priority").orElseThrow().removed()).contains("3.7");
        assertThat(schema.argoType("Parameter").orElseThrow().required()).containsExactly("name");
    }

    @Test
    void mergeKeysAreThoseOfTheApi() {
        assertThat(kubernetes("PodSpec", "containers").mergeKey()).contains("name");
        assertThat(kubernetes("Container", "volumeMounts").mergeKey()).contains("mountPath");
        assertThat(kubernetes("Container", "ports").mergeKey()).contains("containerPort");
        assertThat(kubernetes("Container", "ports").isMerged()).isTrue();
        assertThat(kubernetes("Container", "command").isMerged()).isFalse();
        assertThat(kubernetes("PodSpec", "tolerations").mergeKey()).isEmpty();
    }

    @Test
    void orderIsTheSchemasInAllDepths() throws Exception {
        ObjectNode object = (ObjectNode) new ObjectMapper().readTree("""
                        {"zz": 1, "spec": {"templates": [{"container": {"args": ["a"], "image": "i", "name": "n"}, "name": "t"}],
                         "nodeSelector": {"b": "1", "a": "2"}, "entrypoint": "t"}, "kind": "Workflow", "apiVersion": "v"}
                        """);
        assertThat(schema.ordered(object, "Workflow"))
                .hasToString("{\"apiVersion\":\"v\",\"kind\":\"Workflow\",\"spec\":{\"entrypoint\":\"t\","
                        + "\"nodeSelector\":{\"b\":\"1\",\"a\":\"2\"},\"templates\":[{\"name\":\"t\",\"container\":"
                        + "{\"name\":\"n\",\"image\":\"i\",\"args\":[\"a\"]}}]},\"zz\":1}");
    }

    @Test
    void whatHasAnotherTypeThanTheSchemaSaysIsLeftAsItIs() throws Exception {
        ObjectNode object = (ObjectNode)
                new ObjectMapper().readTree("{\"spec\":[1],\"metadata\":\"x\",\"kind\":{\"b\":1,\"a\":2}}");
        assertThat(schema.ordered(object, "Workflow"))
                .hasToString("{\"kind\":{\"b\":1,\"a\":2},\"metadata\":\"x\",\"spec\":[1]}");
    }
}
