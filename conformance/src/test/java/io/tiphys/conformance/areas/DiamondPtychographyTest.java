package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.explain.ExplainRequest;
import io.tiphys.verifier.explain.ExplainText;
import io.tiphys.verifier.explain.Explainer;
import io.tiphys.verifier.explain.Explanation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.ac.diamond.workflows.ptychography.Imaging;
import uk.ac.diamond.workflows.ptychography.Ptypy;
import uk.ac.diamond.workflows.ptychography.PtypyReport;
import uk.ac.diamond.workflows.site.DiamondSite;
import uk.ac.diamond.workflows.site.ScienceGroup;
import uk.ac.diamond.workflows.site.TemplateType;

/** What Diamond's ptychography asks of its two templates, point by point. */
class DiamondPtychographyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode manifest(TemplateSource source) {
        return source.define(new Imaging().site()).render().json();
    }

    private static JsonNode template(Ptypy profile) {
        return manifest(profile).at("/spec/templates/0");
    }

    private static String yaml(JsonNode node) {
        return YamlWriter.write(node);
    }

    private static JsonNode patch(Ptypy profile) {
        String text = template(profile).path("podSpecPatch").asText();
        return new YamlReader().read(text).documents().get(0).json();
    }

    @ParameterizedTest
    @EnumSource
    void oneClassGivesBothVariants(Ptypy profile) {
        assertThat(manifest(profile).path("kind").asText()).isEqualTo("ClusterWorkflowTemplate");
        assertThat(manifest(profile).at("/metadata/name").asText())
                .isEqualTo(profile == Ptypy.GPU ? "ptypy-gpu-job" : "ptypy-cpu-job");
        assertThat(manifest(profile).at("/spec/entrypoint").asText()).isEqualTo("ptypy-run");
    }

    @ParameterizedTest
    @EnumSource
    void inputsWithAndWithoutDefaultAreText(Ptypy profile) {
        JsonNode parameters = template(profile).at("/inputs/parameters");
        assertThat(parameters.findValuesAsText("name"))
                .containsExactlyInAnyOrder("config", "id", "output", "nprocs", "memory");
        for (JsonNode parameter : parameters) {
            boolean required =
                    List.of("config", "id").contains(parameter.path("name").asText());
            assertThat(parameter.has("value")).as(parameter.toString()).isEqualTo(!required);
            assertThat(required || parameter.path("value").isTextual())
                    .as(parameter.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCommandLineComesFromTheInputs(Ptypy profile) {
        JsonNode container = template(profile).path("container");
        assertThat(container.at("/command/0").asText()).isEqualTo("mpirun");
        String expected =
                "-n {{inputs.parameters.nprocs}} ptypy.cli -j {{inputs.parameters.config}} -i {{inputs.parameters.id}}"
                        + " -o {{inputs.parameters.output}} -s hdf5_loader" + (profile == Ptypy.GPU ? " -b cupy" : "");
        assertThat(container.path("args")).extracting(JsonNode::asText).containsExactly(expected.split(" "));
        assertThat(container.path("image").asText())
                .isEqualTo("gcr.io/diamond-privreg/ptypy/test_openmpi_" + (profile == Ptypy.GPU ? "cupy" : "full")
                        + ":0.1");
    }

    @ParameterizedTest
    @EnumSource
    void theSessionDirectoryIsMountedAtItsOwnPath(Ptypy profile) {
        assertThat(yaml(manifest(profile).at("/spec/arguments/parameters"))).isEqualTo("""
                        - name: visitdir
                          valueFrom:
                            configMapKeyRef:
                              name: sessionspaces
                              key: data_directory
                        """);
        assertThat(yaml(template(profile).path("volumes"))).isEqualTo("""
                        - name: session
                          hostPath:
                            path: "{{workflow.parameters.visitdir}}"
                            type: Directory
                        """);
        assertThat(yaml(template(profile).at("/container/volumeMounts"))).isEqualTo("""
                        - name: session
                          mountPath: "{{workflow.parameters.visitdir}}"
                        - name: tmpdir
                          mountPath: /tmp
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void requestsAndLimitsAreTheSameAndComeFromTheInputs(Ptypy profile) {
        JsonNode main = patch(profile).at("/containers/0");
        assertThat(main.path("name").asText()).isEqualTo("main");
        assertThat(main.at("/resources/requests")).isEqualTo(main.at("/resources/limits"));
        assertThat(main.at("/resources/limits/cpu").asText()).isEqualTo("{{inputs.parameters.nprocs}}");
        assertThat(main.at("/resources/limits/memory").asText()).isEqualTo("{{inputs.parameters.memory}}");
        assertThat(main.at("/resources/limits").has("nvidia.com/gpu")).isEqualTo(profile == Ptypy.GPU);
    }

    @ParameterizedTest
    @EnumSource
    void aGpuComesWithBothTolerations(Ptypy profile) {
        if (profile == Ptypy.CPU) {
            assertThat(template(profile).has("tolerations")).isFalse();
            return;
        }
        assertThat(patch(profile)
                        .at("/containers/0/resources/limits/nvidia.com~1gpu")
                        .asText())
                .isEqualTo("{{inputs.parameters.nprocs}}");
        assertThat(yaml(template(profile).path("tolerations"))).isEqualTo("""
                        - key: nvidia.com/gpu
                          operator: Exists
                          effect: NoSchedule
                        - key: nodetype
                          operator: Equal
                          value: gpu
                          effect: NoSchedule
                        """);
        assertThat(yaml(template(profile).at("/container/env"))).isEqualTo("""
                        - name: CUPY_CACHE_DIR
                          value: /tmp/.cupy/kernel_cache
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void theTmpClaimIsWellFormed(Ptypy profile) {
        assertThat(yaml(manifest(profile).at("/spec/volumeClaimTemplates"))).isEqualTo("""
                        - metadata:
                            name: tmpdir
                          spec:
                            accessModes:
                            - ReadWriteOnce
                            resources:
                              requests:
                                storage: 1Gi
                            storageClassName: netapp
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void noContainerRunsAsRoot(Ptypy profile) {
        assertThat(manifest(profile).at("/spec/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void labelsAndAnnotationsAreThoseOfThePlatform(Ptypy profile) {
        JsonNode metadata = manifest(profile).path("metadata");
        assertThat(metadata.at("/labels/workflows.diamond.ac.uk~1science-group-imaging")
                        .asText())
                .isEqualTo("true");
        JsonNode annotations = metadata.path("annotations");
        assertThat(annotations.path("workflows.argoproj.io/title").asText()).isEqualTo("PtyPy on " + profile + "s");
        assertThat(annotations.path("workflows.argoproj.io/description").asText())
                .isNotBlank();
        assertThat(annotations.path("workflows.diamond.ac.uk/repository").asText())
                .startsWith("https://");
        assertThat(annotations.path("workflows.diamond.ac.uk/type").asText()).isIn("standard", "live", "test");
    }

    @ParameterizedTest
    @EnumSource
    void typesAndDefaultsOfTheInputsAreThoseOfTheSubmissionForm(Ptypy profile) throws Exception {
        assertThat(schema(profile, "config").path("type").asText()).isEqualTo("object");
        assertThat(schema(profile, "nprocs"))
                .isEqualTo(
                        JSON.readTree(
                                "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 64, \"title\": \"Processes\", \"default\": 1}"));
        assertThat(schema(profile, "memory").path("default").asText()).isEqualTo("20Gi");
        assertThat(schema(profile, "id").path("maxLength").asInt()).isEqualTo(64);
        assertThat(schema(profile, "output").path("pattern").asText()).isEqualTo("^/");
        JsonNode form = JSON.readTree(manifest(profile)
                .at("/metadata/annotations/workflows.diamond.ac.uk~1ui-schema")
                .asText());
        assertThat(form.path("elements").findValuesAsText("scope"))
                .containsExactlyInAnyOrder(
                        "#/properties/config",
                        "#/properties/id",
                        "#/properties/output",
                        "#/properties/nprocs",
                        "#/properties/memory");
        for (JsonNode control : form.path("elements")) {
            assertThat(control.at("/options/multi").asBoolean())
                    .isEqualTo(control.path("scope").asText().endsWith("/config"));
        }
    }

    private static JsonNode schema(Ptypy profile, String parameter) throws Exception {
        return JSON.readTree(manifest(profile)
                .at("/metadata/annotations/workflows.diamond.ac.uk~1parameter-schema." + parameter)
                .asText());
    }

    @Test
    void theCacheLiesInAMountThatCanBeWrittenTo() {
        JsonNode container = template(Ptypy.GPU).path("container");
        String cache = container.at("/env/0/value").asText();
        assertThat(container.path("volumeMounts")).anySatisfy(mount -> {
            assertThat(cache).startsWith(mount.path("mountPath").asText() + "/");
            assertThat(mount.has("readOnly")).isFalse();
        });
    }

    @Test
    void theNotebookIsInjectedAsBase64() throws Exception {
        JsonNode template = manifest(new PtypyReport()).at("/spec/templates/0");
        JsonNode inject = template.at("/initContainers/0");
        byte[] notebook = Base64.getDecoder().decode(inject.at("/env/0/value").asText());
        assertThat(JSON.readTree(notebook).path("nbformat").asInt()).isEqualTo(4);
        assertThat(template.at("/container/args/0").asText())
                .isEqualTo(inject.at("/env/1/value").asText());
        assertThat(manifest(new PtypyReport())
                        .at("/metadata/annotations/workflows.diamond.ac.uk~1parameter-schema.colours")
                        .asText())
                .contains("\"enum\":[\"viridis\",\"gray\",\"magma\"]");
    }

    @Test
    void everyScienceGroupAndTypeHasItsNameOnThePlatform() {
        assertThat(ScienceGroup.values()).hasSize(9);
        Site site = new DiamondSite(ScienceGroup.BIO_CRYO_IMAGING, "https://example.org/area") {}.site();
        JsonNode metadata = TemplateType.LIVE
                .of(site.clusterWorkflowTemplate("sample")
                        .entrypoint(Dsl.container("run").image("busybox:1")))
                .render()
                .json()
                .path("metadata");
        assertThat(metadata.path("labels").has("workflows.diamond.ac.uk/science-group-bio-cryo-imaging"))
                .isTrue();
        assertThat(metadata.at("/annotations/workflows.diamond.ac.uk~1type").asText())
                .isEqualTo("live");
    }

    @Test
    void dockerfileAndWorkflowBuildAndPushTheImagesOfTheTemplates() throws Exception {
        Path area = Path.of("../templates-src/diamond-ptychography");
        String dockerfile = Files.readString(area.resolve("container/Dockerfile"));
        assertThat(dockerfile).contains("ARG MPI=", "ARG PLATFORM=", "ARG CUDA_VERSION=", "AS runtime", "USER ");
        String workflow = Files.readString(area.resolve(".github/workflows/container.yaml"));
        for (String image : List.of("test_openmpi_full", "test_openmpi_cupy", "report")) {
            assertThat(workflow).contains(image);
        }
        assertThat(new YamlReader().read(workflow).problems()).isEmpty();
    }

    @Test
    void theReadmeShowsWhatTheGpuTemplateBecomes(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ptypy-gpu-job.yaml"), yaml(manifest(Ptypy.GPU)));
        Explanation explanation = Explainer.explain(new ExplainRequest(
                folder,
                List.of(Path.of("ptypy-gpu-job.yaml")),
                List.of(),
                SourceIndex.EMPTY,
                Optional.empty(),
                Map.of("nprocs", "4", "id", "12", "config", "{}", "visitdir", "/dls/i14/data")));
        assertThat(explanation.findings()).isEmpty();
        String text = String.join(
                "\n", new ExplainText(false).lines(explanation.documents().get(0)));
        assertThat(Files.readString(Path.of(System.getProperty("basedir", ""), "../README.md")))
                .contains("```\n" + text + "\n```");
    }
}
