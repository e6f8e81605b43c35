package io.tiphys.verifier.pod;

import static io.tiphys.verifier.pod.PodTesting.config;
import static io.tiphys.verifier.pod.PodTesting.container;
import static io.tiphys.verifier.pod.PodTesting.json;
import static io.tiphys.verifier.pod.PodTesting.mounts;
import static io.tiphys.verifier.pod.PodTesting.names;
import static io.tiphys.verifier.pod.PodTesting.pod;
import static io.tiphys.verifier.pod.PodTesting.pods;
import static io.tiphys.verifier.pod.PodTesting.rules;
import static io.tiphys.verifier.pod.PodTesting.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where artifacts are kept decides which secrets, volumes and mounts a pod gets. */
class ArtifactPlacesTest {
    private static final String CONTAINER = "container: {image: i, command: [c]}\n";
    private static final ControllerConfig REPOSITORY =
            config("artifactRepository: {s3: {bucket: b, endpoint: e, accessKeySecret: {name: repository, key: ak}}}");

    /** A location that lacks anything is completed from the repository, whose secrets are mounted too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3: {endpoint: e, bucket: b, key: k, secretKeySecret: {name: own, key: s}} | own",
                "s3: {endpoint: e, bucket: b, secretKeySecret: {name: own, key: s}} | own repository",
                "s3: {key: k} | repository",
                "s3: {endpoint: e, bucket: b, key: k, caSecret: {name: own, key: s}, sessionTokenSecret: {name: own2, key: s}} | own own2",
                "s3: {endpoint: e, bucket: b, key: k, encryptionOptions: {serverSideCustomerKeySecret: {name: own, key: s}}} | ''",
                "s3: {endpoint: e, bucket: b, key: k, encryptionOptions: {enableEncryption: true, serverSideCustomerKeySecret: {name: own, key: s}}} | own",
                "gcs: {bucket: b, key: k, serviceAccountKeySecret: {name: own, key: s}} | own",
                "gcs: {bucket: b} | repository",
                "azure: {endpoint: e, container: c, blob: b, accountKeySecret: {name: own, key: s}} | own",
                "azure: {container: c, blob: b} | repository",
                "oss: {endpoint: e, bucket: b, key: k, accessKeySecret: {name: own, key: s}, secretKeySecret: {name: own, key: t}} | own",
                "hdfs: {addresses: [a], path: p, krbKeytabSecret: {name: own, key: s}, krbCCacheSecret: {name: own2, key: s}} | own own2",
                "git: {repo: r, usernameSecret: {name: own, key: u}, passwordSecret: {name: own, key: p}, sshPrivateKeySecret: {name: own2, key: p}} | own own2",
                "artifactory: {url: 'http://a/b', usernameSecret: {name: own, key: u}, passwordSecret: {name: own, key: p}} | own",
                "artifactory: {url: 'http://a/b'} | repository",
                "http: {url: 'http://a/b'} | ''",
                "http: {url: 'http://a/b', auth: {basicAuth: {usernameSecret: {name: own, key: u}}, clientCert: {clientCertSecret: {name: own2, key: u}}, oauth2: {tokenURLSecret: {name: own3, key: u}}}} | own own2 own3",
                "raw: {data: x} | ''",
            })
    void secretsOfEachKindOfPlace(String place, String secrets) {
        JsonNode spec = spec(CONTAINER + "inputs: {artifacts: [{name: a, path: /a, " + place + "}]}");
        List<String> volumes = names(spec.path("volumes")).stream()
                .filter(name -> name.startsWith("own") || name.equals("repository"))
                .toList();
        assertThat(String.join(" ", volumes)).isEqualTo(secrets.replace("''", ""));
    }

    @Test
    void keysOfOneSecretStandInTheOrderArchiveOutputsInputs() {
        JsonNode spec = spec(CONTAINER + """
                archiveLocation: {gcs: {bucket: b, key: k, serviceAccountKeySecret: {name: s, key: '1'}}}
                outputs: {artifacts: [{name: o, path: /o, gcs: {bucket: b, key: k, serviceAccountKeySecret: {name: s, key: '2'}}}]}
                inputs: {artifacts: [{name: i, path: /i, gcs: {bucket: b, key: k, serviceAccountKeySecret: {name: s, key: '3'}}}]}
                """);
        assertThat(spec.at("/volumes/2/secret/items"))
                .isEqualTo(json("[{key: '1', path: '1'}, {key: '2', path: '2'}, {key: '3', path: '3'}]"));
    }

    @Test
    void archiveLocationThatSaysAllIsMountedEvenIfNothingIsKept() {
        JsonNode spec = spec(CONTAINER
                + "archiveLocation: {s3: {endpoint: e, bucket: b, key: k, accessKeySecret: {name: own, key: s}}}");
        assertThat(mounts(container(spec, "wait"))).contains("own:/argo/secret/own");
    }

    @Test
    void archiveLocationWithoutKeyGivesWayToTheRepository() {
        JsonNode spec = spec(
                CONTAINER
                        + "archiveLocation: {archiveLogs: true, s3: {bucket: b, endpoint: e, accessKeySecret: {name: own, key: s}}}");
        assertThat(names(spec.path("volumes"))).contains("repository").doesNotContain("own");
    }

    @Test
    void logsOfAResourceAreKeptWhereItsOwnPlaceSaysSo() {
        ControllerConfig logs = config("artifactRepository: {archiveLogs: true, s3: {bucket: b}}");
        String place = "archiveLocation: {gcs: {bucket: b, key: k}%s}\nresource: {action: get}";
        assertThat(names(pods(workflow("", place.formatted("")), logs)
                        .pods()
                        .get(0)
                        .pod()
                        .at("/spec/containers")))
                .containsExactly("main");
        assertThat(names(pods(workflow("", place.formatted(", archiveLogs: true")), logs)
                        .pods()
                        .get(0)
                        .pod()
                        .at("/spec/containers")))
                .containsExactly("wait", "main");
    }

    @Test
    void dataNeedsTheRepositoryForWhatItLists() {
        JsonNode spec =
                spec("data: {source: {artifactPaths: {name: a, s3: {key: k}}}, transformation: [{expression: e}]}");
        assertThat(mounts(container(spec, "main"))).contains("repository:/argo/secret/repository");
    }

    @Test
    void artifactsThatAreHandedOnAreFetchedWhereTheirMakerKeepsThem() {
        String yaml = """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: wf}
                spec:
                  entrypoint: outer
                  templates:
                  - name: outer
                    dag:
                      tasks:
                      - {name: first, template: inner}
                      - {name: then, template: use, dependencies: [first],
                         arguments: {artifacts: [{name: a, from: '{{tasks.first.outputs.artifacts.up}}'}]}}
                  - name: inner
                    steps: [[{name: deep, template: make}]]
                    outputs: {artifacts: [{name: up, from: '{{steps.deep.outputs.artifacts.o}}'}]}
                  - name: make
                    container: {image: i, command: [c]}
                    outputs: {artifacts: [{name: o, path: /o, gcs: {bucket: b, key: k, serviceAccountKeySecret: {name: makers, key: s}}}]}
                  - name: use
                    inputs: {artifacts: [{name: a, path: /a, s3: {endpoint: e, bucket: b, key: k, accessKeySecret: {name: declared, key: s}}}]}
                    container: {image: i, command: [c]}
                """;
        assertThat(names(pod(pods(yaml, REPOSITORY), "use").at("/spec/volumes")))
                .contains("makers")
                .doesNotContain("declared", "repository");
    }

    @Test
    void argumentsReplaceArtifactsAsAWhole() {
        String yaml = workflow("arguments: {artifacts: [{name: a, optional: true}]}", CONTAINER + """
                inputs: {artifacts: [{name: a, path: /a, raw: {data: x}}]}
                """);
        assertThat(mounts(container(pods(yaml).pods().get(0).pod().path("spec"), "main")))
                .containsExactly("var-run-argo:/var/run/argo");
    }

    @Test
    void workflowsMayNameAnotherRepository() {
        String map = """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: artifact-repositories
                  annotations: {workflows.argoproj.io/default-artifact-repository: standard}
                data:
                  standard: 'gcs: {bucket: b, serviceAccountKeySecret: {name: of-standard, key: s}}'
                  other: 'oss: {bucket: b, endpoint: e, accessKeySecret: {name: of-other, key: s}}'
                """;
        String kept = CONTAINER + "outputs: {artifacts: [{name: o, path: /o}]}";
        assertThat(secrets(workflow("", kept) + map)).containsExactly("of-standard");
        assertThat(secrets(workflow("artifactRepositoryRef: {key: other}", kept) + map))
                .containsExactly("of-other");
        assertThat(secrets(workflow("artifactRepositoryRef: {configMap: elsewhere}", kept) + map))
                .containsExactly("repository");
    }

    @Test
    void pod18FailsWithoutTheRepositoryAndPassesWithIt() {
        String map =
                "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: 's3: {bucket: b}', bad: ']'}\n";
        String reference = "artifactRepositoryRef: {configMap: m, key: %s}";
        assertThat(rules(pods(workflow(reference.formatted("b"), CONTAINER) + map)))
                .containsExactly("POD-18");
        assertThat(rules(pods(workflow(reference.formatted("bad"), CONTAINER) + map)))
                .containsExactly("POD-18");
        assertThat(rules(pods(workflow(reference.formatted("a"), CONTAINER) + map)))
                .isEmpty();
    }

    @Test
    void driversRunBesideThePodAfterTheSidecars() {
        ControllerConfig config = config("""
                artifactRepository: {plugin: {name: store, configuration: c}}
                artifactDrivers: [{name: store, image: driver}]
                images: {driver: {entrypoint: [/d]}}
                """);
        JsonNode spec = pods(workflow("executor: {serviceAccountName: ex}", CONTAINER + """
                inputs: {artifacts: [{name: a, path: /a, s3: {key: k}}]}
                outputs: {artifacts: [{name: o, path: /o}]}
                sidecars: [{name: side, image: i, command: [c]}]
                """), config)
                .pods()
                .get(0)
                .pod()
                .path("spec");
        assertThat(names(spec.path("containers"))).containsExactly("wait", "main", "side", "artifact-plugin-store");
        assertThat(names(spec.path("initContainers"))).containsExactly("init", "init-artifact-store");
        assertThat(mounts(container(spec, "init-artifact-store")))
                .containsExactly(
                        "exec-sa-token:/var/run/secrets/kubernetes.io/serviceaccount",
                        "input-artifacts:/argo/inputs/artifacts",
                        "var-run-argo:/var/run/argo");
        assertThat(mounts(container(spec, "artifact-plugin-store")))
                .containsExactly(
                        "artifact-plugin-store:/tmp/artifact-plugins/store",
                        "input-artifacts:/mainctrfs/a",
                        "tmp-dir-argo:/tmp/argo/outputs",
                        "var-run-argo:/var/run/argo");
    }

    private static List<String> secrets(String yaml) {
        return names(pods(yaml, REPOSITORY).pods().get(0).pod().at("/spec/volumes")).stream()
                .filter(name -> name.startsWith("of-") || name.equals("repository"))
                .toList();
    }

    private static JsonNode spec(String template) {
        return pods(workflow("", template), REPOSITORY).pods().get(0).pod().path("spec");
    }
}
