package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.finding.Finding;
import org.junit.jupiter.api.Test;

/** Templates of other manifests, whose class is known or not. */
class TemplateRefTest {
    private final Input message = input("message");
    private final OutputParameter size = output("size", "/size");
    private final Template echo =
            container("echo").image("busybox:1").args(message).outputs(size);
    private final WorkflowManifest cluster = Render.manifest(echo);
    private final WorkflowManifest local = Render.SITE.workflowTemplate("local").entrypoint(echo);

    private String reference(TemplateRef reference) {
        return yaml(steps("main", s -> s.step("a", reference.with(message, 1))), "/steps/0/0/templateRef");
    }

    @Test
    void byNameOrByClass() {
        assertThat(reference(templateRef("other", "echo"))).isEqualTo("name: other\ntemplate: echo\n");
        assertThat(reference(templateRef("other", "echo").clusterScope()))
                .isEqualTo("name: other\ntemplate: echo\nclusterScope: true\n");
        assertThat(reference(templateRef(local))).isEqualTo("name: local\ntemplate: echo\n");
        assertThat(reference(templateRef(cluster, echo)))
                .isEqualTo("name: sample\ntemplate: echo\nclusterScope: true\n");
    }

    @Test
    void aKnownOneIsChecked() {
        assertThat(Render.manifest(steps("main", s -> {
                            Step a = s.step("a", templateRef(cluster).with(input("mesage"), 1));
                            s.outputs(output("x").from(a.output(output("sise"))));
                        }))
                        .findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("GEN-18", "GEN-19", "GEN-20");
        assertThat(Render.manifest(steps("main", s -> {
                            Step a = s.step("a", templateRef(cluster).with(message, 1));
                            s.outputs(output("x").from(a.output(size)));
                        }))
                        .findings())
                .isEmpty();
    }

    @Test
    void anUnknownOneIsNotChecked() {
        assertThat(Render.manifest(steps("main", s -> {
                            Step a = s.step("a", templateRef("other", "echo").with(input("any"), 1));
                            s.outputs(output("x").from(a.output(output("any"))));
                        }))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatCannotBeReferredTo() {
        assertThatThrownBy(() -> templateRef(cluster, container("other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"sample\" has no template \"other\"; it has [echo]");
        assertThatThrownBy(() -> templateRef(Render.SITE.workflow("run-").entrypoint(echo)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"run-\" is a Workflow");
        assertThatThrownBy(() -> templateRef(Render.SITE.workflowTemplate("empty")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"empty\" has no entrypoint");
        assertThatThrownBy(() -> Render.SITE.workflow("a").workflowTemplateRef(Render.SITE.workflow("run-")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"run-\" is a Workflow");
    }

    @Test
    void theWholeSpecOfAnother() {
        same(Render.SITE.workflow("run-").workflowTemplateRef(cluster), "/spec", """
                workflowTemplateRef: {name: sample, clusterScope: true}
                """);
        same(Render.SITE.cronWorkflow("nightly", "0 3 * * *").workflowTemplateRef(local), "/spec", """
                schedules: ["0 3 * * *"]
                workflowSpec: {workflowTemplateRef: {name: local}}
                """);
    }
}
