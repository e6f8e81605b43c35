package io.tiphys.verifier.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class TypedJsonTest {
    private static final ApiType CONTAINER =
            ApiSchema.get().kubernetesType("Container").orElseThrow();

    @Test
    void emptyValuesAreLeftOutAndPointersKept() throws TypeException {
        check(
                "{name: c, image: '', args: [], stdin: false, securityContext: {privileged: false}}",
                "{name: c, resources: {}, securityContext: {privileged: false}}");
    }

    @Test
    void requiredOnesAreWritten() throws TypeException {
        check("{ports: [{}]}", "{name: '', ports: [{containerPort: 0}], resources: {}}");
    }

    @Test
    void unknownFieldsAreDroppedAndCaseDoesNotCount() throws TypeException {
        check("{Name: c, IMAGE: i, color: red}", "{name: c, image: i, resources: {}}");
    }

    @Test
    void quantitiesAreCanonical() throws TypeException {
        check(
                "{name: c, resources: {limits: {cpu: 0.5, memory: 1024Mi}}}",
                "{name: c, resources: {limits: {cpu: 500m, memory: 1Gi}}}");
    }

    @Test
    void whatIsDecodedOverAnOlderValueKeepsTheRest() throws TypeException {
        ObjectNode old = (ObjectNode) json("{name: c, env: [{name: A, value: a}, {name: B, value: b}]}");
        assertThat(new TypedJson().normalise(json("{env: [{name: C}]}"), CONTAINER, old))
                .isEqualTo(json("{name: c, env: [{name: C, value: a}], resources: {}}"));
    }

    @Test
    void wrongTypesHaveAPlace() {
        TypeException wrong = catchThrowableOfType(
                TypeException.class, () -> new TypedJson().normalise(json("{env: [{name: 1}]}"), CONTAINER));
        assertThat(wrong.path()).hasToString("/env/0/name");
        assertThat(wrong).hasMessage("it must be text, but is 1");
    }

    @Test
    void tagsStandForAnyScalarWhereAllowed() throws TypeException {
        JsonNode json = json("{name: c, resources: {limits: {cpu: '{{n}}'}}, ports: [{containerPort: '{{p}}'}]}");
        assertThat(new TypedJson().withTags().normalise(json, CONTAINER)).isEqualTo(json);
        assertThat(catchThrowableOfType(TypeException.class, () -> new TypedJson().normalise(json, CONTAINER)))
                .isNotNull();
    }

    @Test
    void textHasTheOrderOfGo() throws TypeException {
        ApiType task = ApiSchema.get().argoType("DAGTask").orElseThrow();
        String written =
                "{depends: a, inline: {container: {image: i}}, arguments: {parameters: [{value: 1, name: p}]}, name: t}";
        assertThat(new TypedJson().text(json(written), task))
                .isEqualTo(
                        "{'name':'t','inline':{'inputs':{},'outputs':{},'metadata':{},'container':{'name':'','image':'i',"
                                        .replace('\'', '"')
                                + "'resources':{}}},'arguments':{'parameters':[{'name':'p','value':'1'}]},'depends':'a'}"
                                        .replace('\'', '"'));
    }

    private static void check(String written, String encoded) throws TypeException {
        JsonNode normal = new TypedJson().normalise(json(written), CONTAINER);
        assertThat(normal).isEqualTo(json(encoded));
        assertThat(new TypedJson().normalise(normal, CONTAINER)).isEqualTo(normal);
    }

    private static JsonNode json(String yaml) {
        return new YamlReader().read(yaml).documents().get(0).json();
    }
}
