package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** Volumes: where they are mounted, and where they are declared. */
class VolumesTest {
    private final WorkflowParameter visit = parameter("visitdir").fromConfigMap("sessionspaces", "data_directory");
    private final ContainerTemplate run = container("run").image("busybox:1");
    private final Template all = run.mount(
            hostDirectory("session", visit),
            emptyDir("any", "/any"),
            emptyDir("small", "/small", "1Gi").readOnly(),
            existingClaim("data", "my-claim", "/data").subPath("a/b"),
            secretVolume("login", "my-secret", "/login").source("optional", true),
            configMapVolume("settings", "my-map", "/settings").mount("mountPropagation", "None"),
            Mount.of(
                    new VolumeBuilder()
                            .withName("nfs")
                            .withNewNfs()
                            .withServer("s")
                            .withPath("/p")
                            .endNfs()
                            .build(),
                    "/nfs"));

    private static final String VOLUMES = """
            - {name: session, hostPath: {path: "{{workflow.parameters.visitdir}}", type: Directory}}
            - {name: any, emptyDir: {}}
            - {name: small, emptyDir: {sizeLimit: 1Gi}}
            - {name: data, persistentVolumeClaim: {claimName: my-claim}}
            - {name: login, secret: {secretName: my-secret, optional: true}}
            - {name: settings, configMap: {name: my-map}}
            - {name: nfs, nfs: {server: s, path: /p}}
            """;

    @Test
    void mountsOfTheContainer() {
        same(all, "/container/volumeMounts", """
                - {name: session, mountPath: "{{workflow.parameters.visitdir}}"}
                - {name: any, mountPath: /any}
                - {name: small, mountPath: /small, readOnly: true}
                - {name: data, mountPath: /data, subPath: a/b}
                - {name: login, mountPath: /login}
                - {name: settings, mountPath: /settings, mountPropagation: None}
                - {name: nfs, mountPath: /nfs}
                """);
    }

    @Test
    void inATemplateForOthersTheyAreDeclaredThere() {
        same(all, "/volumes", VOLUMES);
        same(Render.manifest(all), "/spec/arguments/parameters", """
                - name: visitdir
                  valueFrom: {configMapKeyRef: {name: sessionspaces, key: data_directory}}
                """);
    }

    @Test
    void inAWorkflowTheyAreDeclaredInTheSpec() {
        same(Render.SITE.workflow("sample-").entrypoint(all), "/spec/volumes", VOLUMES);
        assertThat(yaml(Render.SITE.workflow("sample-").entrypoint(all), "/spec/templates/0/volumes"))
                .isEmpty();
    }

    @Test
    void thePlaceCanBeSaid() {
        Mount any = emptyDir("any", "/any");
        assertThat(yaml(Render.manifest(run.mount(any.declaredInSpec())), "/spec/volumes/0/name"))
                .isEqualTo("any");
        assertThat(yaml(
                        Render.SITE.workflow("sample-").entrypoint(run.mount(any.declaredInTemplate())),
                        "/spec/templates/0/volumes/0/name"))
                .isEqualTo("any");
        assertThat(any.at("/other").name()).isEqualTo("any");
        same(run.mount(any.at("/other")), "/container/volumeMounts", "[{name: any, mountPath: /other}]");
    }

    @Test
    void aVolumeWithAnInputIsDeclaredInTheTemplateAlways() {
        Template withInput = run.mount(existingClaim("data", input("claim"), "/data"));
        same(Render.SITE.workflow("sample-").entrypoint(withInput), "/spec/templates/0", """
                name: run
                inputs: {parameters: [{name: claim}]}
                volumes: [{name: data, persistentVolumeClaim: {claimName: "{{inputs.parameters.claim}}"}}]
                container: {image: "busybox:1", volumeMounts: [{name: data, mountPath: /data}]}
                """);
    }

    @Test
    void aClaimIsDeclaredOnceForAllThatMountIt() {
        Site site = Site.defaults().storageClass("netapp");
        Manifest two = site.clusterWorkflowTemplate("sample")
                .entrypoint(run.mount(site.tmp("1Gi")))
                .template(run.named("two").mount(site.tmp("1Gi").at("/scratch")));
        same(two, "/spec/volumeClaimTemplates", """
                - metadata: {name: tmpdir}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 1Gi}}
                    storageClassName: netapp
                """);
        same(Render.manifest(run.mount(claim("work", "/work", "2Gi"))), "/spec/volumeClaimTemplates", """
                - metadata: {name: work}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
                """);
    }

    @Test
    void gen08TwoVolumesOfOneName() {
        ContainerTemplate base = run.mount(emptyDir("a", "/a", "1Gi"));
        assertThat(Render.manifest(base.mount(hostDirectory("a", "/b"))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("GEN-08"));
        assertThat(Render.manifest(base.mount(hostDirectory("b", "/b"))).findings())
                .isEmpty();
    }
}
