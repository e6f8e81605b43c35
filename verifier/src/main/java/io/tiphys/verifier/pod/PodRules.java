package io.tiphys.verifier.pod;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules of the family POD: what keeps the controller from making a pod, or makes it one that nobody meant. */
public final class PodRules {
    private static final String CONTROLLER = "Argo's controller 4.1";

    /** podSpecPatch cannot be read. */
    public static final Rule PATCH_TEXT = error(
            "POD-01",
            "podSpecPatch is YAML, or JSON if it starts with a brace.",
            "Mend the text; check it with a YAML parser.");

    /** podSpecPatch has a wrong type. */
    public static final Rule PATCH_TYPE = error(
            "POD-02",
            "podSpecPatch has the types of a Kubernetes PodSpec.",
            "Give the field the type that `kubectl explain pod.spec` names.");

    /** podSpecPatch cannot be merged. */
    public static final Rule PATCH_MERGE = error(
            "POD-03",
            "podSpecPatch can be merged into the pod strategically.",
            "Name the list's merge key in each item: name; mountPath for volumeMounts; containerPort for ports.");

    /** A volume that is mounted is not declared. */
    public static final Rule VOLUME = error(
            "POD-04",
            "Every volume that is mounted is declared.",
            "Declare it under volumes of the template or the workflow, or under volumeClaimTemplates.");

    /** templateDefaults or specs cannot be merged. */
    public static final Rule DEFAULTS = error(
            "POD-05",
            "Templates, templateDefaults and workflow specs have the right types and can be merged.",
            "Give the field its right type; give each toleration a key, or set tolerations on one side only.");

    /** A referred template is missing. */
    public static final Rule REFERENCE = error(
            "POD-06",
            "Every template that is referred to exists.",
            "Correct the name, or add the document to the context.");

    /** A ConfigMap's value is missing. */
    public static final Rule CONFIG_MAP = error(
            "POD-07",
            "A ConfigMap that gives a parameter has its key.",
            "Add the key to the ConfigMap, or give valueFrom a default.");

    /** The service account's token is off and nothing replaces it. */
    public static final Rule TOKEN = error(
            "POD-08",
            "Without the service account's token the executor has an account of its own.",
            "Set executor.serviceAccountName, or automountServiceAccountToken: true.");

    /** ARGO_TEMPLATE is Argo's. */
    public static final Rule TEMPLATE_VARIABLE =
            error("POD-09", "The environment variable ARGO_TEMPLATE is Argo's own.", "Give the variable another name.");

    /** Too many calls. */
    public static final Rule LIMIT = new Rule(
            "POD-10",
            Severity.WARNING,
            "The pods of a workflow can be counted.",
            "Split the workflow, or check the templates on their own.",
            "a bound of this verifier");

    /** An input artifact leaves its folder. */
    public static final Rule ARTIFACT_PATH = error(
            "POD-11",
            "The path of an input artifact stays in the folder before its first \"..\".",
            "Write the path without \"..\".");

    /** Not all values of enums are tried. */
    public static final Rule TRIES = new Rule(
            "POD-12",
            Severity.INFO,
            "All combinations of the parameters that have an enum are tried.",
            "Nothing needs to be done; fewer values, or fewer such parameters, are tried in full.",
            "a bound of this verifier");

    /** Fields of a patch that are not what they seem. */
    public static final Rule PATCH_FIELD = warning(
            "POD-13",
            "podSpecPatch names fields of a PodSpec as they are written there; others are dropped in silence.",
            "Write the field as `kubectl explain pod.spec` shows it.");

    /** A timeout that lengthens. */
    public static final Rule TIMEOUT = warning(
            "POD-14",
            "A timeout is not longer than activeDeadlineSeconds, which it replaces.",
            "Leave one of the two out, or make the timeout the shorter one.");

    /** Directives of a patch that do more than they say. */
    public static final Rule PATCH_DIRECTIVE = warning(
            "POD-15",
            "Directives of podSpecPatch are used where they do what they say.",
            "Name the item and the fields to change, without $patch: replace; take values out and put others in with two patches.");

    /** templateDefaults that leak. */
    public static final Rule DEFAULTS_LEAK = warning(
            "POD-16",
            "Items that come from templateDefaults only are not mixed with the template's items.",
            "Set every field of the item in templateDefaults, or list the item in the template too.");

    /** An expression that fails. */
    public static final Rule EXPRESSION = error(
            "POD-17",
            "An expression whose values are all known has a value.",
            "Correct the expression; asInt and asFloat need a text that is a number.");

    /** A repository of artifacts is missing. */
    public static final Rule REPOSITORY = error(
            "POD-18",
            "The artifact repository that a workflow refers to exists, as YAML.",
            "Correct artifactRepositoryRef.key, or add the key to the ConfigMap.");

    /** An artifact driver is missing. */
    public static final Rule DRIVER = error(
            "POD-19",
            "Drivers of artifacts are known to the controller.",
            "Correct the name of the plugin, or ask the facility to add it to the controller's artifactDrivers.");

    /** A timeout that is over before the pod runs. */
    public static final Rule TIMEOUT_SHORT = error(
            "POD-20",
            "A timeout leaves a pod more than two seconds.",
            "Write a longer timeout; without one the pod may run for any time.");

    /** A loop without a list. */
    public static final Rule LOOP = error(
            "POD-21",
            "The items of a loop are a list, and the numbers of a sequence are whole.",
            "Give withParam a list as JSON, and withSequence whole numbers.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            PATCH_TEXT,
            PATCH_TYPE,
            PATCH_MERGE,
            VOLUME,
            DEFAULTS,
            REFERENCE,
            CONFIG_MAP,
            TOKEN,
            TEMPLATE_VARIABLE,
            LIMIT,
            ARTIFACT_PATH,
            TRIES,
            PATCH_FIELD,
            TIMEOUT,
            PATCH_DIRECTIVE,
            DEFAULTS_LEAK,
            EXPRESSION,
            REPOSITORY,
            DRIVER,
            TIMEOUT_SHORT,
            LOOP);

    private PodRules() {}

    private static Rule warning(String id, String summary, String remedy) {
        return new Rule(id, Severity.WARNING, summary, remedy, CONTROLLER);
    }

    private static Rule error(String id, String summary, String remedy) {
        return new Rule(id, Severity.ERROR, summary, remedy, CONTROLLER);
    }
}
