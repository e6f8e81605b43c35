package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.container;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.model.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class GpuTest {
    private static JsonNode render(Gpu gpu) {
        Site site = Site.defaults().gpuToleration("nodetype", "gpu", "NoSchedule");
        return OneTemplate.of(site, gpu.on(container("run").image("busybox:1")));
    }

    @Test
    void aProductOfNvidiaComesWithTheTolerationsOfTheSite() {
        JsonNode template = render(Gpu.nvidia(2).product("NVIDIA-A100-SXM4-80GB"));
        assertThat(template.at("/container/resources/requests")).isEqualTo(template.at("/container/resources/limits"));
        assertThat(template.at("/container/resources/limits/nvidia.com~1gpu").asText())
                .isEqualTo("2");
        assertThat(template.at("/nodeSelector/nvidia.com~1gpu.product").asText())
                .isEqualTo("NVIDIA-A100-SXM4-80GB");
        assertThat(template.at("/tolerations")).hasSize(1);
    }

    @Test
    void itsOwnTolerationsReplaceThoseOfTheSite() {
        JsonNode template = render(Gpu.nvidia(1)
                .toleration("nvidia.com/gpu", "", "NoSchedule")
                .toleration("team", "physics", "NoExecute"));
        assertThat(YamlWriter.write(template.path("tolerations"))).isEqualTo("""
                        - key: nvidia.com/gpu
                          operator: Exists
                          effect: NoSchedule
                        - key: team
                          operator: Equal
                          value: physics
                          effect: NoExecute
                        """);
    }

    @Test
    void partsOfACardAndOtherMakersAreResourcesOfTheirOwn() {
        assertThat(render(Gpu.slice("3g.20gb", 1))
                        .at("/container/resources/limits/nvidia.com~1mig-3g.20gb")
                        .asText())
                .isEqualTo("1");
        assertThat(render(Gpu.of("amd.com/gpu", 4))
                        .at("/container/resources/limits/amd.com~1gpu")
                        .asText())
                .isEqualTo("4");
    }
}
