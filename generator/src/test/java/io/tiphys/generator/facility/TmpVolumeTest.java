package io.tiphys.generator.facility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TmpVolumeTest {
    @Test
    void emptyDirHasALimit() {
        var manifest = Rendered.workflow(Rendered.RUN.mount(TmpVolume.emptyDir("1Gi")));
        assertThat(Rendered.yaml(manifest, "/spec/volumes")).isEqualTo("""
                        - name: tmp
                          emptyDir:
                            sizeLimit: 1Gi
                        """);
        assertThat(Rendered.yaml(manifest, "/spec/templates/0/container/volumeMounts"))
                .isEqualTo("""
                        - name: tmp
                          mountPath: /tmp
                        """);
    }

    @Test
    void aClaimIsMadeForEachRun() {
        var manifest = Rendered.workflow(Rendered.RUN.mount(TmpVolume.claim(Rendered.SITE, "1Gi")));
        assertThat(Rendered.json(manifest)
                        .at("/spec/volumeClaimTemplates/0/spec/resources/requests/storage")
                        .asText())
                .isEqualTo("1Gi");
        assertThat(Rendered.json(manifest)
                        .at("/spec/templates/0/container/volumeMounts/0/mountPath")
                        .asText())
                .isEqualTo("/tmp");
    }
}
