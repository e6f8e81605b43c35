package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.load.Kinds;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.typed.Nulls;
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
        Node root = new Node(JsonPointer.empty(), Nulls.decoded(manifest.json()));
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
            case "Pod" -> Pods.pod(root, spec, problems);
            case "PodTemplate" -> Pods.template(root.get("template"), problems);
            case "Job" -> Jobs.job(root, spec, problems);
            case "CronJob" -> Jobs.cronJob(root, spec, problems);
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController" ->
                Workloads.check(kind, root, spec, problems);
            case "PersistentVolumeClaim" -> Claims.claim(spec, true, problems);
            case "PersistentVolume" -> Storage.volume(root.get("metadata").text("name"), spec, problems);
            case "StorageClass" -> Storage.storageClass(root, problems);
            case "Namespace" -> Metadata.finalizers(spec.items("finalizers"), true, problems);
            case "ConfigMap" -> Data.configMap(root, problems);
            case "Secret" -> Data.secret(root, problems);
            case "Role", "ClusterRole" -> Rbac.role(kind, root, problems);
            case "RoleBinding", "ClusterRoleBinding" -> Rbac.binding(kind, root, problems);
            case "Service" -> Services.check(root, spec, problems);
            case "Ingress" -> Ingresses.check(root, spec, problems);
            case "NetworkPolicy" -> Networks.policy(spec, problems);
            case "LimitRange" -> LimitRanges.check(spec, problems);
            case "ResourceQuota" -> Quotas.quota(spec, problems);
            case "PodDisruptionBudget" -> Quotas.disruption(spec, problems);
            case "PriorityClass" -> Quotas.priority(root, problems);
            default -> {}
        }
    }
}
