package io.tiphys.generator.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Placement ANYWHERE = Placement.anywhere();

    private static String onWorkflow(Placement placement) {
        return Rendered.yaml(placement.on(Rendered.workflow(Rendered.RUN)), "/spec/affinity");
    }

    @Test
    void anywhereSaysNothing() {
        assertThat(Rendered.json(ANYWHERE.on(Rendered.workflow(Rendered.RUN))).path("spec"))
                .isEqualTo(Rendered.json(Rendered.workflow(Rendered.RUN)).path("spec"));
    }

    @Test
    void requiredNodeLabelsHoldAllAtOnce() {
        assertThat(onWorkflow(ANYWHERE.requireNode("zone", "a", "b").requireNode("disk", "ssd")))
                .isEqualTo("""
                        nodeAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                            nodeSelectorTerms:
                            - matchExpressions:
                              - key: zone
                                operator: In
                                values:
                                - a
                                - b
                              - key: disk
                                operator: In
                                values:
                                - ssd
                        """);
    }

    @Test
    void aPreferredNodeIsWeighed() {
        assertThat(onWorkflow(ANYWHERE.preferNode("zone", "a"))).isEqualTo("""
                        nodeAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - preference:
                              matchExpressions:
                              - key: zone
                                operator: In
                                values:
                                - a
                            weight: 100
                        """);
    }

    @Test
    void requiredAndPreferredNodesStandTogether() {
        Placement both = ANYWHERE.preferNode("zone", "a").requireNode("disk", "ssd");
        assertThat(Rendered.json(both.on(Rendered.workflow(Rendered.RUN))).at("/spec/affinity/nodeAffinity"))
                .hasSize(2);
    }

    @Test
    void podsBesideOthersHaveTheLabelThemselves() {
        var manifest = ANYWHERE.requireBeside("a", "b").preferBeside("c", "d").on(Rendered.workflow(Rendered.RUN));
        assertThat(Rendered.yaml(manifest, "/spec/affinity")).isEqualTo("""
                        podAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - podAffinityTerm:
                              labelSelector:
                                matchLabels:
                                  c: d
                              topologyKey: kubernetes.io/hostname
                            weight: 100
                          requiredDuringSchedulingIgnoredDuringExecution:
                          - labelSelector:
                              matchLabels:
                                a: b
                            topologyKey: kubernetes.io/hostname
                        """);
        assertThat(Rendered.yaml(manifest, "/spec/podMetadata/labels")).isEqualTo("""
                        a: b
                        c: d
                        """);
    }

    @Test
    void aTemplateIsPlacedByItself() {
        var manifest = Rendered.workflow(ANYWHERE.requireBeside("a", "b").on(Rendered.RUN));
        assertThat(Rendered.yaml(manifest, "/spec/templates/0/metadata/labels")).isEqualTo("a: b\n");
        assertThat(Rendered.json(manifest).at("/spec/templates/0/affinity/podAffinity"))
                .hasSize(1);
        assertThat(Rendered.json(manifest).path("spec").has("affinity")).isFalse();
    }

    @Test
    void aRunIsKeptTogetherByTheLabelOfArgo() {
        var manifest = ANYWHERE.requireOneNodePerRun().on(Rendered.workflow(Rendered.RUN));
        assertThat(Rendered.yaml(manifest, "/spec/affinity")).contains("workflow: \"{{workflow.name}}\"");
        assertThat(Rendered.json(manifest).path("spec").has("podMetadata")).isFalse();
    }

    @Test
    void twoValuesOfOneLabelAreRefused() {
        Placement placement = ANYWHERE.requireBeside("a", "b");
        assertThatThrownBy(() -> placement.preferBeside("a", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a\"=\"b\"")
                .hasMessageContaining("\"c\"");
        assertThat(onWorkflow(placement.preferBeside("a", "b"))).contains("weight: 100");
    }

    @Test
    void aNodeLabelWithoutValueIsRefused() {
        assertThatThrownBy(() -> ANYWHERE.requireNode("zone")).hasMessageContaining("\"zone\"");
    }
}
