package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.model.file.ClassResource;
import io.tiphys.model.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final String CONTENT = "{\"cells\": []}\n";

    @Test
    void aFileIsCarriedAsBase64AndWrittenBeforeTheMainContainerStarts() {
        InjectedFiles notebooks =
                InjectedFiles.into("notebooks", "busybox:1.37", "/notebooks").file(FilesTest.class, "report.ipynb");
        JsonNode template = Site.defaults()
                .clusterWorkflowTemplate("sample")
                .entrypoint(notebooks.before(
                        container("run").image("jupyter:1").command("jupyter", notebooks.path("report.ipynb"))))
                .render()
                .json()
                .at("/spec/templates/0");
        assertThat(template.at("/container/command/1").asText()).isEqualTo("/notebooks/report.ipynb");
        assertThat(template.at("/container/volumeMounts/0/mountPath").asText()).isEqualTo("/notebooks");
        assertThat(template.at("/volumes/0/emptyDir/sizeLimit").asText()).isEqualTo("16Mi");
        JsonNode inject = template.at("/initContainers/0");
        assertThat(inject.path("name").asText()).isEqualTo("inject-notebooks");
        assertThat(inject.at("/args/0").asText())
                .isEqualTo("set -eu; printf %s \"$FILE_0\" | base64 -d > \"$FILE_0_PATH\"");
        assertThat(new String(
                        Base64.getDecoder().decode(inject.at("/env/0/value").asText()), StandardCharsets.UTF_8))
                .isEqualTo(CONTENT);
        assertThat(inject.at("/env/1/value").asText()).isEqualTo("/notebooks/report.ipynb");
    }

    @Test
    void aConfigMapCarriesTheSame() {
        ConfigFiles files = ConfigFiles.of("notebooks").file(FilesTest.class, "report.ipynb");
        assertThat(YamlWriter.write(files.manifest().render().json()))
                .isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: notebooks
                        binaryData:
                          report.ipynb: %s
                        """.formatted(Base64.getEncoder().encodeToString(CONTENT.getBytes(StandardCharsets.UTF_8))));
        JsonNode template = Site.defaults()
                .workflowTemplate("sample")
                .entrypoint(container("run").image("jupyter:1").mount(files.mount("/notebooks")))
                .render()
                .json()
                .at("/spec/templates/0");
        assertThat(template.at("/volumes/0/configMap/name").asText()).isEqualTo("notebooks");
        assertThat(template.at("/container/volumeMounts/0/readOnly").asBoolean())
                .isTrue();
    }

    @Test
    void aFileThatIsMissingNotInjectedOrTooLargeIsNamed() {
        InjectedFiles none = InjectedFiles.into("notebooks", "busybox:1.37", "/notebooks");
        assertThatThrownBy(() -> none.file(FilesTest.class, "other.ipynb"))
                .hasMessageContaining("There is no resource \"other.ipynb\"")
                .hasMessageContaining("src/main/resources/io/tiphys/generator/facility");
        assertThatThrownBy(() -> none.path("report.ipynb")).hasMessageContaining("is not injected; there are []");
        assertThatThrownBy(() -> ClassResource.bytes(FilesTest.class, "report.ipynb", 5))
                .hasMessageContaining("is larger than 5 bytes");
    }
}
