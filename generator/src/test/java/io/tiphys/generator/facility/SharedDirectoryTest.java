package io.tiphys.generator.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.generator.dsl.WorkflowManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedDirectoryTest {
    private static WorkflowManifest mounted(SharedDirectory directory) {
        return Rendered.workflow(Rendered.RUN.mount(directory.mount(Rendered.SITE)));
    }

    @Test
    void anExistingClaimIsAVolume() {
        WorkflowManifest manifest = mounted(SharedDirectory.existing("my.claim:/opt/shared"));
        assertThat(Rendered.yaml(manifest, "/spec/volumes")).isEqualTo("""
                        - name: my-claim
                          persistentVolumeClaim:
                            claimName: my.claim
                        """);
        assertThat(Rendered.yaml(manifest, "/spec/templates/0/container/volumeMounts"))
                .isEqualTo("""
                        - name: my-claim
                          mountPath: /opt/shared
                        """);
        assertThat(Rendered.json(manifest).path("spec").has("volumeClaimTemplates"))
                .isFalse();
    }

    @Test
    void roIsMountedReadOnly() {
        assertThat(Rendered.yaml(
                        mounted(SharedDirectory.existing("myclaim:/opt/shared:ro")),
                        "/spec/templates/0/container/volumeMounts"))
                .isEqualTo("""
                        - name: myclaim
                          mountPath: /opt/shared
                          readOnly: true
                        """);
    }

    @Test
    void anEphemeralClaimIsMadeForEachRunInTheSitesStorageClass() {
        WorkflowManifest manifest = mounted(SharedDirectory.ephemeral("/opt/shared", "10Gi"));
        assertThat(Rendered.yaml(manifest, "/spec/volumeClaimTemplates")).isEqualTo("""
                        - metadata:
                            name: opt-shared
                          spec:
                            accessModes:
                            - ReadWriteOnce
                            resources:
                              requests:
                                storage: 10Gi
                            storageClassName: netapp
                        """);
        assertThat(Rendered.yaml(manifest, "/spec/templates/0/container/volumeMounts"))
                .isEqualTo("""
                        - name: opt-shared
                          mountPath: /opt/shared
                        """);
        assertThat(Rendered.json(manifest).path("spec").has("volumes")).isFalse();
    }

    @Test
    void rwxAsksForAClaimThatAllNodesWriteTo() {
        WorkflowManifest manifest = mounted(SharedDirectory.ephemeral("scratch:/Opt_1:rwx", "1Gi"));
        assertThat(Rendered.yaml(manifest, "/spec/volumeClaimTemplates/0/spec/accessModes"))
                .isEqualTo("""
                        - ReadWriteMany
                        """);
        assertThat(Rendered.yaml(manifest, "/spec/volumeClaimTemplates/0/metadata/name"))
                .isEqualTo("scratch\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/opt/shared         | names no claim; write \"CLAIM:/opt/shared\"",
                "myclaim:opt/shared  | is not of the form [CLAIM:]PATH[:MODE]",
                "myclaim             | is not of the form",
                "a:b:/opt            | is not of the form",
                "''                  | is not of the form",
                "myclaim:/opt:rx     | has the mode \"rx\"; allowed are ro, rw and rwx",
                "myclaim:/opt:       | has the mode \"\"",
                "MyClaim:/opt        | has the claim or volume \"MyClaim\"",
                ":/opt               | has the claim or volume \"\"",
            })
    void aTextOfAnotherFormIsRefused(String text, String message) {
        assertThatThrownBy(() -> SharedDirectory.existing(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/Shared", "/opt_shared", "/opt-shared", "/"})
    void aPathThatGivesNoUniqueNameNeedsOne(String path) {
        assertThatThrownBy(() -> SharedDirectory.ephemeral(path, "1Gi"))
                .hasMessageContaining("gives no name for its volume; write \"NAME:" + path + "\"");
        assertThat(SharedDirectory.ephemeral("name:" + path, "1Gi").path()).isEqualTo(path);
    }

    @Test
    void aNewDirectoryThatNobodyCanWriteToIsRefused() {
        assertThatThrownBy(() -> SharedDirectory.ephemeral("/opt/shared:ro", "1Gi"))
                .hasMessageContaining("so it stays empty");
    }

    @Test
    void aNameThatIsTooLongForAVolumeIsRefused() {
        String claim = "c".repeat(64);
        assertThatThrownBy(() -> SharedDirectory.existing(claim + ":/opt")).hasMessageContaining("up to 63");
        assertThat(SharedDirectory.existing(claim.substring(1) + ":/opt").path())
                .isEqualTo("/opt");
    }

    private static String affinity(SharedDirectory... directories) {
        Placement placement = Placement.anywhere();
        for (SharedDirectory directory : directories) {
            placement = directory.place(placement);
        }
        return Rendered.json(placement.on(Rendered.workflow(Rendered.RUN)))
                .at("/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution")
                .findValues("matchLabels")
                .toString();
    }

    @Test
    void podsGoWhereTheClaimIsUnlessItIsEverywhere() {
        SharedDirectory existing = SharedDirectory.existing("myclaim:/opt/shared:ro");
        assertThat(affinity(existing)).isEqualTo("[{\"usesvolume\":\"myclaim\"}]");
        assertThat(affinity(existing, SharedDirectory.existing("other:/opt/other")))
                .isEqualTo("[{\"usesvolume\":\"myclaim\"}, {\"usesvolume-other\":\"true\"}]");
        assertThat(affinity(SharedDirectory.ephemeral("/opt/shared", "1Gi")))
                .isEqualTo("[{\"workflows.argoproj.io/workflow\":\"{{workflow.name}}\"}]");
        assertThat(affinity(SharedDirectory.existing("myclaim:/opt/shared:rwx")))
                .isEqualTo("[]");
    }
}
