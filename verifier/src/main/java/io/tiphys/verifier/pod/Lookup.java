package io.tiphys.verifier.pod;

import io.tiphys.verifier.load.Entry;
import io.tiphys.verifier.load.Inventory;
import io.tiphys.verifier.load.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
        Map<String, Supplier<Manifest>> byName = new HashMap<>();
        for (Manifest manifest : manifests) {
            byName.putIfAbsent(manifest.kind() + "/" + manifest.name(), () -> manifest);
        }
        return new ByName(byName);
    }

    /** Knows all documents of a run. */
    static Lookup in(Inventory inventory) {
        Map<String, Supplier<Manifest>> byName = new HashMap<>();
        for (Entry entry : inventory.entries()) {
            byName.putIfAbsent(entry.kind() + "/" + entry.name(), () -> inventory.manifest(entry));
        }
        return new ByName(byName);
    }

    /**
     * By kind and name.
     *
     * @param manifests {@code kind/name} → the document, which may have to be read
     */
    record ByName(Map<String, Supplier<Manifest>> manifests) implements Lookup {
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
            return Optional.ofNullable(manifests.get(kind + "/" + name)).map(Supplier::get);
        }
    }
}
