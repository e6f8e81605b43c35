package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

/**
 * Fields of native kinds that the API descriptions call required though the server does not ask for them: it has a default,
 * takes the zero value, drops the object that they are in (a status), or asks for them in some places only, where rules of their own
 * say so.
 */
final class NativeFields {
    private static final Set<String> NOT_ASKED = Set.of(
            "ClusterTrustBundleProjection.path",
            "HTTPHeader.value",
            "ISCSIPersistentVolumeSource.lun",
            "ISCSIVolumeSource.lun",
            "LimitRangeSpec.limits",
            "OwnerReference.apiVersion",
            "OwnerReference.kind",
            "OwnerReference.name",
            "OwnerReference.uid",
            "PodCertificateProjection.keyType",
            "PodCertificateProjection.signerName",
            "PodFailurePolicy.rules",
            "PreferredSchedulingTerm.preference",
            "PriorityClass.value",
            "RoleRef.apiGroup",
            "ScaleIOPersistentVolumeSource.secretRef",
            "ScaleIOVolumeSource.secretRef",
            "SleepAction.seconds",
            "Sysctl.value",
            "TypedLocalObjectReference.kind",
            "TypedLocalObjectReference.name",
            "TypedObjectReference.kind",
            "TypedObjectReference.name",
            "WorkloadReference.name",
            "WorkloadReference.podGroup");

    private NativeFields() {}

    /** The fields of a type that are asked for. */
    static ArrayNode asked(String type, ArrayNode required) {
        ArrayNode asked = JsonNodeFactory.instance.arrayNode();
        required.forEach(field -> {
            if (!type.endsWith("Status")
                    && !type.endsWith("Condition")
                    && !NOT_ASKED.contains(type + "." + field.asText())) {
                asked.add(field);
            }
        });
        return asked;
    }
}
