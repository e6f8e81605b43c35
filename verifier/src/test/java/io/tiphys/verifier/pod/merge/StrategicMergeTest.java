package io.tiphys.verifier.pod.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.schema.ApiSchema;
import io.tiphys.model.schema.ApiType;
import io.tiphys.model.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class StrategicMergeTest {
    private static final String TWO =
            "containers: [{name: a, image: a:1, env: [{name: X, value: x}]}, {name: b, image: b:1}]";

    @Test
    void objectsMergeAndNullDeletes() throws MergeException {
        check(
                "{nodeSelector: {a: '1', b: '2'}, hostname: h}",
                "{nodeSelector: {b: null, c: '3'}, hostname: null}",
                "nodeSelector: {a: '1', c: '3'}");
    }

    @Test
    void keyedListMergesByKeyAndKeepsTheBasesOrder() throws MergeException {
        check(
                TWO,
                "containers: [{name: b, image: b:2}]",
                "containers: [{name: a, image: a:1, env: [{name: X, value: x}]}, {name: b, image: b:2}]");
    }

    @Test
    void newItemStandsBeforeThoseOfTheBaseThatAreLeft() throws MergeException {
        check(
                "containers: [{name: wait}, {name: main}, {name: side}]",
                "containers: [{name: main, image: i}, {name: new}]",
                "containers: [{name: wait}, {name: main, image: i}, {name: new}, {name: side}]");
    }

    @Test
    void listWithoutKeyIsReplaced() throws MergeException {
        check("tolerations: [{key: a}, {key: b}]", "tolerations: [{key: c}]", "tolerations: [{key: c}]");
        check("tolerations: [{key: a}]", "tolerations: []", "tolerations: []");
    }

    @Test
    void emptyPatchOfKeyedListChangesNothing() throws MergeException {
        check(TWO, "containers: []", TWO);
        check(TWO, "null", TWO);
    }

    @Test
    void patchDeleteRemovesAnItemAndAnObject() throws MergeException {
        check(TWO, "containers: [{name: a, $patch: delete}]", "containers: [{name: b, image: b:1}]");
        check("securityContext: {runAsUser: 1}", "securityContext: {$patch: delete}", "securityContext: {}");
    }

    @Test
    void patchReplaceInAListLeavesThePatchsOtherItems() throws MergeException {
        check(TWO, "containers: [{$patch: replace}, {name: c}]", "containers: [{name: c}]");
        check("nodeSelector: {a: '1'}", "nodeSelector: {$patch: replace, b: '2'}", "nodeSelector: {b: '2'}");
    }

    @Test
    void directivesInANewListAreDroppedWithTheirItems() throws MergeException {
        check(
                "hostname: h",
                "volumes: [{name: v, $patch: delete}, {name: w, emptyDir: null}]",
                "{hostname: h, volumes: [{name: w}]}");
    }

    @Test
    void retainKeysClearsTheOthers() throws MergeException {
        check(
                "volumes: [{name: v, emptyDir: {}}]",
                "volumes: [{name: v, $retainKeys: [name, nfs], nfs: {path: /}}]",
                "volumes: [{name: v, nfs: {path: /}}]");
        refuse(
                "volumes: [{name: v, emptyDir: {}}]",
                "volumes: [{name: v, $retainKeys: [nfs], nfs: {path: /}}]",
                "lacks \"name\"");
    }

    @Test
    void setElementOrderPutsInOrder() throws MergeException {
        check(
                TWO,
                "$setElementOrder/containers: [{name: b}, {name: a}]",
                "containers: [{name: b, image: b:1}, {name: a, image: a:1, env: [{name: X, value: x}]}]");
        refuse(TWO, "{$setElementOrder/containers: [{name: a}], containers: [{name: b}]}", "$setElementOrder");
    }

    @Test
    void deleteFromPrimitiveListTakesOut() throws MergeException {
        check(
                "containers: [{name: a, args: [p, q, r]}]",
                "containers: [{name: a, $deleteFromPrimitiveList/args: [q]}]",
                "containers: [{name: a, args: [p, r]}]");
    }

    @Test
    void anotherTypeReplaces() throws MergeException {
        check("hostname: 1", "hostname: {a: b}", "hostname: {a: b}");
    }

    @Test
    void missingMergeKeyIsRefusedWhereTheBaseHasTheList() {
        MergeException refused = refuse(TWO, "containers: [{name: b}, {image: x}]", "no \"name\"");
        assertThat(refused.path()).hasToString("/containers/1");
    }

    @Test
    void unknownMapOnBothSidesIsRefused() {
        refuse("foo: {a: 1}", "foo: {b: 2}", "no field \"foo\"");
    }

    @Test
    void unknownDirectiveIsRefused() {
        refuse(TWO, "containers: [{name: a, $patch: merge}]", "neither replace nor delete");
        refuse("nodeSelector: {a: b}", "nodeSelector: {$patch: merge}", "neither replace nor delete");
    }

    @Test
    void patchThatIsNoObjectIsRefused() {
        refuse(TWO, "[1]", "must be an object");
    }

    @Test
    void deepPatchIsRefused() {
        JsonNode base = nested(300);
        MergeException refused = catchThrowableOfType(
                MergeException.class, () -> StrategicMerge.apply(base, nested(300), type("PodSpec")));
        assertThat(refused).isNotNull();
    }

    @Test
    void neitherSideIsChanged() throws MergeException {
        JsonNode base = json(TWO);
        JsonNode patch = json("containers: [{name: a, image: z}, {name: b, $patch: delete}]");
        StrategicMerge.apply(base, patch, type("PodSpec"));
        assertThat(base).isEqualTo(json(TWO));
        assertThat(patch).isEqualTo(json("containers: [{name: a, image: z}, {name: b, $patch: delete}]"));
    }

    private static JsonNode nested(int depth) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode at = root;
        for (int i = 0; i < depth; i++) {
            at = at.putObject("affinity");
        }
        return root;
    }

    private static void check(String base, String patch, String expected) throws MergeException {
        assertThat(StrategicMerge.apply(json(base), json(patch), type("PodSpec")))
                .isEqualTo(json(expected));
    }

    private static MergeException refuse(String base, String patch, String message) {
        MergeException refused = catchThrowableOfType(
                MergeException.class, () -> StrategicMerge.apply(json(base), json(patch), type("PodSpec")));
        assertThat(refused).isNotNull().hasMessageContaining(message);
        return refused;
    }

    static ApiType type(String name) {
        return ApiSchema.get().kubernetesType(name).orElseThrow();
    }

    static JsonNode json(String yaml) {
        return new YamlReader()
                .read(yaml).documents().stream()
                        .map(document -> document.json())
                        .findFirst()
                        .orElse(NullNode.getInstance());
    }
}
