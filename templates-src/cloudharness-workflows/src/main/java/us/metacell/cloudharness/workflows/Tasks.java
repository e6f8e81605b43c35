package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.configMapVolume;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Variables.workflowName;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.generator.dsl.ScriptTemplate;

/**
 * The task types of CloudHarness, made for {@code import static}. A task is a template of the language: its command,
 * environment ({@code env}, where CloudHarness takes further named values) and resources are said with the language's words.
 */
public final class Tasks {
    private static final String BASE = "cloudharness-base";
    private static final String VALUES = "cloudharness-allvalues";

    private Tasks() {}

    /** Runs Python source in the default image. */
    public static ScriptTemplate pythonTask(String name, String source) {
        return inlinedTask(name, "python", source);
    }

    /** Runs a bash script in the default image. */
    public static ScriptTemplate bashTask(String name, String source) {
        return inlinedTask(name, "bash", source);
    }

    /** Runs the image of an application's task, such as {@code myapp-mytask}, or any other; what it runs by default. */
    public static ContainerTemplate customTask(String name, String image) {
        return task(container(name).image(CloudHarness.image(image)).pullPolicy("IfNotPresent"));
    }

    /** Runs a single command in the default image. */
    public static ContainerTemplate commandBasedTask(String name, Object... command) {
        return customTask(name, BASE).command(command);
    }

    /** Sends the files of the shared directory to the queue that is named after the run. */
    static ContainerTemplate sendResultTask() {
        return customTask("send-result-event", "workflows-send-result-event");
    }

    /** Tells a queue how the run ended. */
    static ContainerTemplate notifyTask() {
        return customTask("exit-handler", "workflows-notify-queue");
    }

    private static ScriptTemplate inlinedTask(String name, String interpreter, String source) {
        return task(script(name).image(CloudHarness.image(BASE)))
                .command(interpreter)
                .source(source);
    }

    /**
     * What the CloudHarness library in the image expects: the values of the deployment, and {@code CH_WORKFLOW_NAME}, of which
     * it cuts off the last hyphen and what follows.
     */
    private static <T extends PodTemplate<T>> T task(T task) {
        return task.cpus("250m")
                .memory("256Mi")
                .env("CH_WORKFLOW_NAME", workflowName() + "-task")
                .mount(configMapVolume(VALUES, VALUES, "/opt/cloudharness/resources/allvalues.yaml")
                        .subPath("allvalues.yaml")
                        .readOnly());
    }
}
