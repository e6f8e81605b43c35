package io.tiphys.generator.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Argo knows while a workflow runs; made for {@code import static}. */
public final class Variables {
    /** Tags of one word, which no declaration is needed for. */
    static final Set<String> WITHOUT_OWNER = Set.of("item", "retries", "status", "duration", "exitCode");

    private Variables() {}

    /** The item of the loop: {@code {{item}}}. */
    public static Value item() {
        return Variable.of("item");
    }

    /** A field of the loop's item: {@code {{item.KEY}}}. */
    public static Value item(String key) {
        return Variable.of("item", key);
    }

    /** The name of the run: {@code {{workflow.name}}}. */
    public static Value workflowName() {
        return workflow("name");
    }

    /** The namespace of the run. */
    public static Value workflowNamespace() {
        return workflow("namespace");
    }

    /** The unique identity of the run. */
    public static Value workflowUid() {
        return workflow("uid");
    }

    /** {@code Succeeded}, {@code Failed} or {@code Error}; known in exit handlers. */
    public static Value workflowStatus() {
        return workflow("status");
    }

    /** The steps that failed, as JSON; known in exit handlers. */
    public static Value workflowFailures() {
        return workflow("failures");
    }

    /** The seconds that the run has taken; known in exit handlers and metrics of the workflow. */
    public static Value workflowDuration() {
        return workflow("duration");
    }

    /** All parameters of the workflow, as JSON. */
    public static Value workflowParameters() {
        return workflow("parameters", "json");
    }

    /** A label of the run. */
    public static Value workflowLabel(String key) {
        return workflow("labels", key);
    }

    /** An annotation of the run. */
    public static Value workflowAnnotation(String key) {
        return workflow("annotations", key);
    }

    /** Any other fact of the run: {@code workflow("creationTimestamp", "Y")}. */
    public static Value workflow(String... segments) {
        List<String> all = new ArrayList<>(List.of("workflow"));
        all.addAll(Texts.given("workflow", segments));
        return Variable.of(all.toArray(String[]::new));
    }

    /** The name of the pod; known in container and script templates. */
    public static Value podName() {
        return Variable.of("pod", "name");
    }

    /** The name of the node of the graph. */
    public static Value nodeName() {
        return Variable.of("node", "name");
    }

    /** How often it was tried before, from 0 up; known where {@code retry} is used. */
    public static Value retries() {
        return Variable.of("retries");
    }

    /** {@code exitCode}, {@code status}, {@code duration} or {@code message} of the last try. */
    public static Value lastRetry(String field) {
        return Variable.of("lastRetry", field);
    }

    /**
     * What an HTTP request gave: {@code statusCode}, {@code body} or {@code headers}; known in the success condition of an
     * {@code http} template.
     */
    public static Value response(String field) {
        return Variable.of("response", field);
    }

    /** How the template ended; known in its metrics. */
    public static Value status() {
        return Variable.of("status");
    }

    /** The seconds that the template took; known in its metrics. */
    public static Value duration() {
        return Variable.of("duration");
    }

    /** The exit code of the template; known in its metrics. */
    public static Value exitCode() {
        return Variable.of("exitCode");
    }
}
