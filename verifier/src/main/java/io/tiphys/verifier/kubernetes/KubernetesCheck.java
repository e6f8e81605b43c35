package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Manifest;
import java.util.List;

/** Judges native objects by what the API server asks of them. Thread-safe. */
public final class KubernetesCheck {
    private KubernetesCheck() {}

    /** All that is wrong with one object, in the order of the file; of Argo's kinds only the metadata, nothing for unknown kinds. */
    public static List<Finding> check(Manifest manifest) {
        if (!Kinds.isKnown(manifest) || !manifest.json().isObject()) {
            return List.of();
        }
        Problems problems = new Problems(manifest);
        Node root = new Node(JsonPointer.empty(), manifest.json());
        if (manifest.isArgo()) {
            Metadata.ofCustom(root.get("metadata"), problems);
        } else {
            Metadata.check(manifest.kind(), root.get("metadata"), problems);
            ofKind(manifest.kind(), root, problems);
        }
        return problems.findings().stream().distinct().sorted(Finding.ORDER).toList();
    }

    private static void ofKind(String kind, Node root, Problems problems) {
        Node spec = root.get("spec");
        switch (kind) {
            case "Pod" -> Pods.pod(spec, problems);
            case "PodTemplate" -> Pods.template(root.get("template"), problems);
            case "Job" -> Jobs.job(root, spec, problems);
            case "CronJob" -> Jobs.cronJob(root, spec, problems);
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController" ->
                Workloads.check(kind, root, spec, problems);
            case "PersistentVolumeClaim" -> Claims.claim(spec, problems);
            case "PersistentVolume" -> Claims.volume(spec, problems);
            case "StorageClass" -> problems.required(root, "provisioner");
            case "ConfigMap" -> Data.configMap(root, problems);
            case "Secret" -> Data.secret(root, problems);
            case "Role", "ClusterRole" -> Rbac.role(kind, root, problems);
            case "RoleBinding", "ClusterRoleBinding" -> Rbac.binding(kind, root, problems);
            case "Service" -> Services.check(spec, problems);
            case "Ingress" -> Networks.ingress(spec, problems);
            case "NetworkPolicy" -> Networks.policy(spec, problems);
            case "LimitRange" -> Quotas.limitRange(spec, problems);
            case "ResourceQuota" -> Quotas.quota(spec, problems);
            case "PodDisruptionBudget" -> Quotas.disruption(spec, problems);
            case "PriorityClass" -> Quotas.priority(root, problems);
            default -> {}
        }
    }
}
