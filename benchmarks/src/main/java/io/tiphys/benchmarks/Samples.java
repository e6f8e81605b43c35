package io.tiphys.benchmarks;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.tiphys.model.argo.Arguments;
import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.DAGTask;
import io.tiphys.model.argo.DAGTemplate;
import io.tiphys.model.argo.Inputs;
import io.tiphys.model.argo.Parameter;
import io.tiphys.model.argo.ScriptTemplate;
import io.tiphys.model.argo.Template;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.object.Authored;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Templates of the size and kind that facilities have: a graph over containers and scripts with patches and volumes. */
final class Samples implements Authored {
    private static final String SCRIPT = "import os\n\nfor name in sorted(os.listdir('/data')):\n    print(name)\n";

    private Samples() {}

    static String yaml(int templates) {
        return YamlWriter.write(Rendering.render(manifest(templates)).json());
    }

    static ClusterWorkflowTemplate manifest(int templates) {
        List<Template> all = new ArrayList<>();
        List<DAGTask> tasks = new ArrayList<>();
        for (int i = 0; i < templates; i++) {
            all.add(i % 4 == 3 ? script("work-" + i) : container("work-" + i));
            DAGTask task = DAGTask.of()
                    .name("task-" + i)
                    .template("work-" + i)
                    .arguments(Arguments.of()
                            .parameters(Parameter.of().name("input").value("{{workflow.parameters.input}}")));
            tasks.add(i == 0 ? task : task.dependencies("task-" + (i - 1)));
        }
        all.add(Template.of().name("main").dag(DAGTemplate.of().tasks(tasks)));
        return ClusterWorkflowTemplate.of()
                .metadata(new ObjectMetaBuilder()
                        .withName("sample")
                        .withLabels(Map.of("workflows.example.org/science-group", "imaging"))
                        .build())
                .spec(WorkflowSpec.of()
                        .entrypoint("main")
                        .arguments(Arguments.of()
                                .parameters(Parameter.of().name("input").value("/data/1")))
                        .securityContext(new PodSecurityContextBuilder()
                                .withRunAsNonRoot(true)
                                .withRunAsUser(1000L)
                                .build())
                        .volumes(new VolumeBuilder()
                                .withName("tmp")
                                .withEmptyDir(new EmptyDirVolumeSource())
                                .build())
                        .templates(all));
    }

    private static Inputs inputs() {
        return Inputs.of().parameters(Parameter.of().name("input"));
    }

    private static Template container(String name) {
        Container container = new ContainerBuilder()
                .withImage("registry.example.org/imaging/tool:1.4.2")
                .withCommand("tool", "--verbose")
                .withArgs("{{inputs.parameters.input}}", "--out", "/tmp/out")
                .addNewEnv()
                .withName("OMP_NUM_THREADS")
                .withValue("4")
                .endEnv()
                .addNewVolumeMount()
                .withName("tmp")
                .withMountPath("/tmp")
                .endVolumeMount()
                .withNewResources()
                .addToRequests("cpu", new Quantity("4"))
                .addToRequests("memory", new Quantity("8Gi"))
                .addToLimits("cpu", new Quantity("4"))
                .addToLimits("memory", new Quantity("8Gi"))
                .endResources()
                .build();
        return Template.of()
                .name(name)
                .inputs(inputs())
                .container(container)
                .podSpecPatch("containers:\n- name: main\n  workingDir: /tmp\n");
    }

    private static Template script(String name) {
        return Template.of()
                .name(name)
                .inputs(inputs())
                .script(ScriptTemplate.of()
                        .image("registry.example.org/imaging/python:3.12.1")
                        .command("python")
                        .source(SCRIPT));
    }
}
