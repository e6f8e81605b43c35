package io.tiphys.verifier.pod;

import io.tiphys.verifier.load.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the documents that a workflow refers to. */
public interface Lookup {
    /** A WorkflowTemplate; in which namespace is not asked. */
    Optional<Manifest> workflowTemplate(String name);

    /** A ClusterWorkflowTemplate. */
    Optional<Manifest> clusterWorkflowTemplate(String name);

    /** A ConfigMap. */
    Optional<Manifest> configMap(String name);

    /** Knows the given documents; of two with one kind and name, the first. */
    static Lookup of(Iterable<Manifest> manifests) {
        Map<String, Manifest> byName = new HashMap<>();
        for (Manifest manifest : manifests) {
            byName.putIfAbsent(manifest.kind() + "/" + manifest.name(), manifest);
        }
        return new Lookup() {
            @Override
            public Optional<Manifest> workflowTemplate(String name) {
                return find("WorkflowTemplate", name);
            }

            @Override
            public Optional<Manifest> clusterWorkflowTemplate(String name) {
                return find("ClusterWorkflowTemplate", name);
            }

            @Override
            public Optional<Manifest> configMap(String name) {
                return find("ConfigMap", name);
            }

            private Optional<Manifest> find(String kind, String name) {
                return Optional.ofNullable(byName.get(kind + "/" + name));
            }
        };
    }
}
