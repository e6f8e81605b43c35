package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The static types of {@code request} and {@code namespaceObject}: what Kubernetes lets a policy read of them. */
final class AdmissionTypes {
    private static final CelType STRINGS = MapType.create(STRING, STRING);

    private static final StructType KIND =
            struct("kubernetes.GroupVersionKind", Map.of("group", STRING, "version", STRING, "kind", STRING));
    private static final StructType RESOURCE =
            struct("kubernetes.GroupVersionResource", Map.of("group", STRING, "version", STRING, "resource", STRING));
    private static final StructType USER = struct(
            "kubernetes.UserInfo",
            Map.of(
                    "username",
                    STRING,
                    "uid",
                    STRING,
                    "groups",
                    ListType.create(STRING),
                    "extra",
                    MapType.create(STRING, ListType.create(STRING))));

    /** {@code request}. */
    static final StructType REQUEST = struct(
            "kubernetes.AdmissionRequest",
            Map.ofEntries(
                    Map.entry("kind", KIND),
                    Map.entry("resource", RESOURCE),
                    Map.entry("subResource", STRING),
                    Map.entry("requestKind", KIND),
                    Map.entry("requestResource", RESOURCE),
                    Map.entry("requestSubResource", STRING),
                    Map.entry("name", STRING),
                    Map.entry("namespace", STRING),
                    Map.entry("operation", STRING),
                    Map.entry("userInfo", USER),
                    Map.entry("dryRun", BOOL),
                    Map.entry("options", DYN)));

    private static final StructType METADATA = struct(
            "kubernetes.NamespaceMetadata",
            Map.ofEntries(
                    Map.entry("name", STRING),
                    Map.entry("generateName", STRING),
                    Map.entry("namespace", STRING),
                    Map.entry("labels", STRINGS),
                    Map.entry("annotations", STRINGS),
                    Map.entry("UID", STRING),
                    Map.entry("creationTimestamp", TIMESTAMP),
                    Map.entry("deletionGracePeriodSeconds", dev.cel.common.types.SimpleType.INT),
                    Map.entry("deletionTimestamp", TIMESTAMP),
                    Map.entry("generation", dev.cel.common.types.SimpleType.INT),
                    Map.entry("resourceVersion", STRING),
                    Map.entry("finalizers", ListType.create(STRING))));
    private static final StructType SPEC =
            struct("kubernetes.NamespaceSpec", Map.of("finalizers", ListType.create(STRING)));
    private static final StructType CONDITION = struct(
            "kubernetes.NamespaceCondition",
            Map.of(
                    "status",
                    STRING,
                    "type",
                    STRING,
                    "lastTransitionTime",
                    TIMESTAMP,
                    "message",
                    STRING,
                    "reason",
                    STRING));
    private static final StructType STATUS =
            struct("kubernetes.NamespaceStatus", Map.of("conditions", ListType.create(CONDITION), "phase", STRING));

    /** {@code namespaceObject}. */
    static final StructType NAMESPACE =
            struct("kubernetes.Namespace", Map.of("metadata", METADATA, "spec", SPEC, "status", STATUS));

    private static final List<StructType> ALL =
            List.of(KIND, RESOURCE, USER, REQUEST, METADATA, SPEC, CONDITION, STATUS, NAMESPACE);

    private AdmissionTypes() {}

    static List<StructType> all() {
        return ALL;
    }

    /** A type with named fields. */
    static StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> copy = ImmutableMap.copyOf(fields);
        return StructType.create(
                name, ImmutableSet.copyOf(copy.keySet()), field -> Optional.ofNullable(copy.get(field)));
    }
}
