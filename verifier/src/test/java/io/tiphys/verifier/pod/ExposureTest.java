package io.tiphys.verifier.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.load.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final String STEPS = """
            apiVersion: argoproj.io/v1alpha1
            kind: ClusterWorkflowTemplate
            metadata: {name: wf}
            spec:
              entrypoint: main
              arguments:
                parameters:
                - {name: image, value: 'a:1'}
                - {name: size, value: small, enum: [small, large]}
                - {name: user, value: '1000'}
                - {name: word, value: hello}
              podSpecPatch: '{"nodeSelector": {"size": "{{workflow.parameters.size}}"}}'
              templates:
              - name: main
                inputs: {parameters: [{name: image}]}
                steps:
                - - name: run
                    template: run
                    arguments: {parameters: [{name: tag, value: '{{inputs.parameters.image}}'}]}
              - name: run
                inputs: {parameters: [{name: tag}]}
                podSpecPatch: '{"securityContext": {"runAsUser": {{workflow.parameters.user}}}}'
                container:
                  image: %s
                  command: [echo]
                  env: [{name: WORD, value: '{{workflow.parameters.word}}'}]
            """;

    private static List<Exposure> exposures(String image) {
        List<Manifest> manifests = PodTesting.manifests(STEPS.formatted(image));
        return Exposure.of(manifests.get(0), Lookup.of(manifests), ControllerConfig.DEFAULT);
    }

    private static List<String> shown(List<Exposure> exposures) {
        return exposures.stream()
                .map(exposure -> exposure.pointer() + " " + exposure.parameter())
                .toList();
    }

    @Test
    void parametersAreFollowedThroughArguments() {
        assertThat(shown(exposures("'{{inputs.parameters.tag}}'")))
                .containsExactlyInAnyOrder("/spec/containers/1/image image", "/spec/securityContext/runAsUser user");
    }

    @Test
    void expressionsHideNothing() {
        assertThat(shown(exposures("\"{{='x/' + inputs.parameters.tag}}\"")))
                .contains("/spec/containers/1/image image");
    }

    @Test
    void literalsAndEnumsAreNotFree() {
        assertThat(shown(exposures("'a:1'"))).containsExactly("/spec/securityContext/runAsUser user");
    }

    @Test
    void messagesNameFieldAndParameter() {
        assertThat(exposures("'{{inputs.parameters.tag}}'"))
                .extracting(Exposure::message)
                .contains("`containers.1.image` of the pod of `run` comes from the parameter `image`, which anybody who"
                        + " submits can set");
    }

    @Test
    void originsNameThePartThatDecided() {
        List<Manifest> manifests = PodTesting.manifests(STEPS.formatted("'a:1'"));
        EffectivePod pod = EffectivePods.of(manifests.get(0), Lookup.of(manifests), ControllerConfig.DEFAULT)
                .pods()
                .get(0);
        assertThat(pod.origin(JsonPointer.compile("/spec/containers/1/image"))).isEqualTo(Origin.TEMPLATE);
        assertThat(pod.origin(JsonPointer.compile("/spec/nodeSelector/size"))).isEqualTo(Origin.PATCH);
        assertThat(pod.origin(JsonPointer.compile("/spec/restartPolicy"))).isEqualTo(Origin.CONTROLLER);
    }

    @Test
    void expressionsInArgumentsAreFollowed() {
        List<Manifest> manifests = PodTesting.manifests(STEPS.formatted("'{{inputs.parameters.tag}}'")
                .replace("value: '{{inputs.parameters.image}}'", "value: \"{{='r/' + inputs.parameters.image}}\""));
        assertThat(shown(Exposure.of(manifests.get(0), Lookup.of(manifests), ControllerConfig.DEFAULT)))
                .contains("/spec/containers/1/image image")
                .doesNotHaveDuplicates();
    }

    @Test
    void inputsOfTheEntrypointAreFreeToo() {
        List<Manifest> manifests = PodTesting.manifests(PodTesting.workflow("", """
                inputs:
                  parameters:
                  - {name: tag, value: '1'}
                  - {name: user, value: '1', enum: ['1', '2']}
                  - {name: folder, valueFrom: {configMapKeyRef: {name: c, key: k}, default: /a}}
                securityContext: {runAsUser: 1}
                podSpecPatch: '{"nodeName": "{{inputs.parameters.user}}"}'
                volumes: [{name: v, hostPath: {path: '{{inputs.parameters.folder}}'}}]
                container: {image: 'a:{{inputs.parameters.tag}}', command: [c]}
                """));
        List<Exposure> found = Exposure.of(manifests.get(0), Lookup.of(manifests), ControllerConfig.DEFAULT);
        assertThat(shown(found)).containsExactly("/spec/containers/1/image tag");
        assertThat(found.get(0).addition())
                .isEqualTo("; `image` comes from the parameter `tag` of `main`, which anybody who submits can set");
    }
}
