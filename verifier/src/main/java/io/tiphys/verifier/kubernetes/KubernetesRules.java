package io.tiphys.verifier.kubernetes;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules of native objects; each is what the API server refuses. */
public final class KubernetesRules {
    private static final String API = "Kubernetes API reference: ";

    static final Rule NAME = rule(
            "KUBE-01",
            "Native objects have a name or generateName as their kind allows, and a namespace that can exist.",
            "Use lower-case letters, digits and hyphens.",
            "object names and ids");
    static final Rule LABEL = rule(
            "KUBE-02",
            "Labels, annotations and selectors are spelt as Kubernetes asks.",
            "Use at most 63 letters, digits, '-', '_' and '.', starting and ending with a letter or digit.",
            "labels and selectors");
    static final Rule META = rule(
            "KUBE-03",
            "Owner references and finalizers are complete.",
            "Let controllers set owner references; write apiVersion, kind, name and uid if you must.",
            "ObjectMeta");
    static final Rule REQUIRED =
            rule("KUBE-04", "Fields that must have content have it.", "Add the field with a value.", "all kinds");
    static final Rule CHOICE = rule(
            "KUBE-05",
            "Fields with a list of allowed values have one of them.",
            "Choose one of the values.",
            "all kinds");
    static final Rule RANGE =
            rule("KUBE-06", "Numbers are in the range of their field.", "Choose a number in the range.", "all kinds");
    static final Rule CONTAINER = rule(
            "KUBE-07",
            "Containers have a unique name and an image without blanks around it.",
            "Give each container its own lower-case name, and an image.",
            "Container");
    static final Rule ENV = rule(
            "KUBE-08",
            "Environment variables have a name, and a value or one source of it.",
            "Keep either value or valueFrom, with one source.",
            "EnvVar");
    static final Rule PORT = rule(
            "KUBE-09",
            "Ports are numbers from 1 to 65535, their names at most 15 lower-case letters, digits and hyphens.",
            "Correct the port.",
            "ContainerPort");
    static final Rule RESOURCES = rule(
            "KUBE-10",
            "Requests are not over limits; resources have known or qualified names and amounts that can be had.",
            "Lower the request or raise the limit; extended resources such as nvidia.com/gpu take whole numbers, the limit"
                    + " equal to the request.",
            "ResourceRequirements");
    static final Rule VOLUME = rule(
            "KUBE-11",
            "Volumes have unique names and one source that is complete.",
            "Give each volume its own name and exactly one source.",
            "Volume");
    static final Rule MOUNT = rule(
            "KUBE-12",
            "Mounts name declared volumes, at places that differ and lie inside.",
            "Declare the volume in spec.volumes, or correct its name or the path.",
            "VolumeMount");
    static final Rule PROBE = rule(
            "KUBE-13",
            "Probes and lifecycle hooks have exactly one handler, and stand where they run.",
            "Give the probe one of exec, httpGet, tcpSocket, grpc; init containers have probes only with restartPolicy:"
                    + " Always.",
            "Probe");
    static final Rule SECURITY = rule(
            "KUBE-14",
            "Security settings do not contradict one another.",
            "Delete one of the settings that contradict one another.",
            "SecurityContext");
    static final Rule SCHEDULING = rule(
            "KUBE-15",
            "Tolerations, affinities and spread constraints are complete and do not contradict themselves.",
            "Correct the term: Exists takes no value, a term needs its key.",
            "Toleration, Affinity");
    static final Rule POD = rule(
            "KUBE-16",
            "Settings of a pod fit together and to its kind.",
            "Correct the setting; pods of Jobs restart OnFailure or Never, those of Deployments Always.",
            "PodSpec");
    static final Rule JOB = rule(
            "KUBE-17",
            "Jobs leave selectors to Kubernetes, and their numbers fit together.",
            "Delete the selector, or correct the number.",
            "JobSpec");
    static final Rule CRON = rule(
            "KUBE-18",
            "Schedules have five fields that can be met, time zones exist.",
            "Write minute, hour, day of the month, month and day of the week.",
            "CronJobSpec");
    static final Rule SELECTOR = rule(
            "KUBE-19",
            "Workloads have a selector that their pods match.",
            "Give spec.template.metadata.labels all labels of spec.selector.",
            "DeploymentSpec, StatefulSetSpec, DaemonSetSpec, ReplicaSetSpec");
    static final Rule CLAIM = rule(
            "KUBE-20",
            "Claims and volumes have access modes that go together and a size.",
            "Set spec.accessModes and spec.resources.requests.storage.",
            "PersistentVolumeClaimSpec");
    static final Rule DATA = rule(
            "KUBE-21",
            "Keys of ConfigMaps and Secrets are file names, and what the type of a Secret needs is there.",
            "Use letters, digits, '-', '_' and '.' in keys; add the keys of the type.",
            "ConfigMap, Secret");
    static final Rule RBAC = rule(
            "KUBE-22",
            "Rules of roles have verbs, groups and resources; bindings name a role and complete subjects.",
            "Complete the rule; the core group is the empty text.",
            "Role, RoleBinding");
    static final Rule NETWORK = rule(
            "KUBE-23",
            "Services, Ingresses and NetworkPolicies are complete, with well-formed addresses.",
            "Complete or correct the field.",
            "Service, Ingress, NetworkPolicy");
    static final Rule QUOTA = rule(
            "KUBE-24",
            "Limits, quotas, disruption budgets and priority classes do not contradict themselves.",
            "Correct the number.",
            "LimitRange, ResourceQuota, PodDisruptionBudget, PriorityClass");

    private KubernetesRules() {}

    /** All of them, by id. */
    public static List<Rule> all() {
        return List.of(
                NAME,
                LABEL,
                META,
                REQUIRED,
                CHOICE,
                RANGE,
                CONTAINER,
                ENV,
                PORT,
                RESOURCES,
                VOLUME,
                MOUNT,
                PROBE,
                SECURITY,
                SCHEDULING,
                POD,
                JOB,
                CRON,
                SELECTOR,
                CLAIM,
                DATA,
                RBAC,
                NETWORK,
                QUOTA);
    }

    private static Rule rule(String id, String summary, String remedy, String source) {
        return new Rule(id, Severity.ERROR, summary, remedy, API + source);
    }
}
