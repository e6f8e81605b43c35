package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.pod.merge.MergeException;
import io.tiphys.verifier.typed.TypeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs over specs, templates over templateDefaults. */
class JoinTest {

    @Test
    void defaultsOfOtherTypesAreDropped() throws MergeException, TypeException {
        assertThat(defaults("{script: {image: s}, timeout: 1m}", "container: {image: i}"))
                .isEqualTo(
                        json(
                                "{inputs: {}, metadata: {}, outputs: {}, timeout: 1m, container: {image: i, name: '', resources: {}}}"));
    }

    @Test
    void emptyValuesDoNotOverrideButSetPointersDo() throws MergeException, TypeException {
        ObjectNode merged = defaults(
                "{daemon: true, activeDeadlineSeconds: 5, serviceAccountName: d}",
                "{daemon: false, activeDeadlineSeconds: 0, serviceAccountName: ''}");
        assertThat(merged.path("daemon").booleanValue()).isFalse();
        assertThat(merged.path("activeDeadlineSeconds").asInt(-1)).isZero();
        assertThat(merged.path("serviceAccountName").asText()).isEqualTo("d");
    }

    @Test
    void itemsOfDefaultsInheritFromTheTemplatesItemAtTheirIndex() throws MergeException, TypeException {
        ObjectNode merged = defaults(
                "container: {volumeMounts: [{name: d, mountPath: /d}]}",
                "container: {image: i, volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /b, readOnly: true}]}");
        assertThat(merged.at("/container/volumeMounts"))
                .isEqualTo(
                        json(
                                "[{name: a, mountPath: /a}, {name: b, mountPath: /b, readOnly: true}, {name: d, mountPath: /d}]"));
        ObjectNode leaked = defaults(
                "container: {env: [{name: D, value: d}, {name: A, value: x}]}",
                "container: {image: i, env: [{name: A, valueFrom: {fieldRef: {fieldPath: f}}}]}");
        assertThat(leaked.at("/container/env").toString()).contains("valueFrom");
    }

    @Test
    void pluginOnBothSidesIsRefused() {
        assertThatThrownBy(() -> defaults("plugin: {a: {}}", "plugin: {b: {}}")).isInstanceOf(TypeException.class);
    }

    @Test
    void aParameterWithAValueReplacesTheOtherAsAWhole() throws MergeException, TypeException {
        assertThat(join(
                                "arguments: {parameters: [{name: p, value: '1'}, {name: q}]}",
                                "arguments: {parameters: [{name: p, value: '2', enum: ['2']}, {name: q, default: d}]}")
                        .at("/arguments/parameters"))
                .isEqualTo(json("[{name: p, value: '1'}, {name: q, default: d}]"));
    }

    @Test
    void hooksAreJoinedByNameAndSuspendIsTheWorkflowsOwn() throws MergeException, TypeException {
        ObjectNode joined =
                join("hooks: {a: {template: own}}", "{suspend: true, hooks: {a: {template: t}, b: {template: t}}}");
        assertThat(joined.at("/hooks/a/template").asText()).isEqualTo("own");
        assertThat(joined.at("/hooks/b/template").asText()).isEqualTo("t");
        assertThat(joined.has("suspend")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"90s,1m30s", "2h,2h0m0s", "5,5s", "1.5s,1.5s", "500ms,500ms", "0,0s"})
    void durationsAsGoPrintsThem(String written, String printed) {
        assertThat(Durations.go(written)).hasValue(printed);
    }

    private static ObjectNode defaults(String defaults, String template) throws MergeException, TypeException {
        return TemplateDefaults.apply((ObjectNode) json(defaults), (ObjectNode) json(template));
    }

    private static ObjectNode join(String workflow, String template) throws MergeException, TypeException {
        return SpecJoin.join((ObjectNode) json(workflow), Optional.of((ObjectNode) json(template)), Optional.empty());
    }
}
