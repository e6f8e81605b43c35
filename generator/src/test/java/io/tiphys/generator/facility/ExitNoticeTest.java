package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.generator.dsl.WorkflowParameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitNoticeTest {
    private static final ContainerTemplate SENDER = container("notify").image("notify:1");

    private static WorkflowManifest with(ExitNotice notice) {
        return notice.on(Rendered.workflow(Rendered.RUN), SENDER);
    }

    @Test
    void theSenderIsToldQueuePayloadAndOutcome() {
        WorkflowManifest manifest = with(ExitNotice.to("my_queue", "done"));
        assertThat(Rendered.yaml(manifest, "/spec/onExit")).isEqualTo("notify\n");
        assertThat(Rendered.yaml(manifest, "/spec/templates/1/container/env")).isEqualTo("""
                        - name: queue_name
                          value: my_queue
                        - name: payload
                          value: done
                        - name: workflow_result
                          value: "{{workflow.status}}"
                        """);
    }

    @Test
    void aPayloadIsJsonInAnOrderOfItsOwn() {
        Map<String, ?> payload = Map.of("z", List.of(1, 2.5, true), "a", Map.of("text", "é \"x\""));
        assertThat(Rendered.json(with(ExitNotice.to("q", payload)))
                        .at("/spec/templates/1/container/env/1/value")
                        .asText())
                .isEqualTo("{\"a\":{\"text\":\"é \\\"x\\\"\"},\"z\":[1,2.5,true]}");
    }

    @Test
    void aParameterInThePayloadIsDeclared() {
        WorkflowParameter id = Dsl.parameter("id");
        WorkflowManifest manifest = with(ExitNotice.to("q", Map.of("id", id)));
        assertThat(Rendered.json(manifest)
                        .at("/spec/templates/1/container/env/1/value")
                        .asText())
                .isEqualTo("{\"id\":\"{{workflow.parameters.id}}\"}");
        assertThat(Rendered.json(manifest)
                        .at("/spec/arguments/parameters/0/name")
                        .asText())
                .isEqualTo("id");
    }

    @Test
    void aQueueWithoutNameIsRefused() {
        assertThatThrownBy(() -> ExitNotice.to(" ", "")).hasMessageContaining("no name");
    }
}
