package io.tiphys.verifier.lint.spec;

import java.util.List;
import java.util.regex.Pattern;

/** The words that Argo knows where a field takes one of a few, and how names are spelt that it looks at itself. Source: its validation. */
public final class Vocabulary {
    /** What the end of a task can be asked for. */
    public static final List<String> TASK_RESULTS =
            List.of("Succeeded", "Failed", "Errored", "Skipped", "Omitted", "Daemoned", "AnySucceeded", "AllFailed");

    /** Those of them that only a loop has. */
    public static final List<String> LOOP_RESULTS = List.of("AnySucceeded", "AllFailed");

    /** What a resource template does with its object. */
    public static final List<String> RESOURCE_ACTIONS = List.of("get", "create", "apply", "delete", "replace", "patch");

    /** When a retry happens. */
    public static final List<String> RETRY_POLICIES = List.of("Always", "OnFailure", "OnError", "OnTransientError");

    /** What a CronWorkflow does when its last run has not ended. */
    public static final List<String> CONCURRENCY_POLICIES = List.of("Allow", "Forbid", "Replace");

    /** When pods are removed. */
    public static final List<String> POD_GC_STRATEGIES =
            List.of("OnPodCompletion", "OnPodSuccess", "OnWorkflowCompletion", "OnWorkflowSuccess");

    /** The beginnings of variables that are looked up; other text in braces may belong to another program. */
    public static final List<String> VARIABLE_ROOTS =
            List.of("item.", "steps.", "inputs.", "outputs.", "pod.", "workflow.", "tasks.");

    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private Vocabulary() {}

    /** Whether a text can be the name of a metric, or of a label of one. */
    public static boolean isMetricName(String text) {
        return METRIC.matcher(text).matches();
    }

    /** Whether a name of a container is one that Argo gives to its own. */
    public static boolean isReservedContainer(String name) {
        return name.equals("wait") || name.equals("supervisor") || name.startsWith("artifact-plugin-");
    }
}
