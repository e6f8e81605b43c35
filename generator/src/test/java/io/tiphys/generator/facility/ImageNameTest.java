package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    @Test
    void itsPartsMakeTheName() {
        ImageName image = ImageName.of("registry.example.org:5000", "group/tool_a/x-y");
        assertThat(image.tag("0.1.0")).hasToString("registry.example.org:5000/group/tool_a/x-y:0.1.0");
        assertThat(image.digest("sha256:" + "0a".repeat(32)))
                .hasToString("registry.example.org:5000/group/tool_a/x-y@sha256:" + "0a".repeat(32));
    }

    @Test
    void aTagThatIsAnInputIsDeclared() {
        Input version = input("version", "1.37");
        ImageName image = ImageName.of("docker.io", "library/busybox").tag(version);
        JsonNode template = OneTemplate.of(container("run").image(image).inputs(version));
        assertThat(template.at("/container/image").asText())
                .isEqualTo("docker.io/library/busybox:{{inputs.parameters.version}}");
        assertThat(template.at("/inputs/parameters/0/value").asText()).isEqualTo("1.37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://docker.io", "docker.io/", "docker.io:port", "-docker.io"})
    void whatIsNoRegistryIsRefused(String registry) {
        assertThatThrownBy(() -> ImageName.of(registry, "busybox"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + registry + "\" is no registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Busybox", "a//b", "/a", "a:1", "a__-b"})
    void whatIsNoRepositoryIsRefused(String repository) {
        assertThatThrownBy(() -> ImageName.of("docker.io", repository)).hasMessageContaining("is no repository");
    }

    @Test
    void whatIsNoTagOrDigestIsRefused() {
        ImageName image = ImageName.of("docker.io", "busybox");
        assertThatThrownBy(() -> image.tag("a b")).hasMessageContaining("\"a b\" is no tag");
        assertThatThrownBy(() -> image.digest("sha256:0")).hasMessageContaining("is no digest");
    }
}
