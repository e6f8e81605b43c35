package io.tiphys.verifier.lint.spec;

import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All stored templates that can be referred to: judged ones and context. Thread-safe. */
public final class Registry {
    private record Key(String kind, String name) {}

    private final Map<Key, List<Manifest>> objects = new HashMap<>();
    private final Map<Manifest, Spec> specs = Collections.synchronizedMap(new IdentityHashMap<>());

    private Registry(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            if (manifest.isArgo() && manifest.kind().endsWith("WorkflowTemplate")) {
                objects.computeIfAbsent(new Key(manifest.kind(), manifest.name()), key -> new ArrayList<>())
                        .add(manifest);
            }
        }
    }

    /** A registry of all loaded objects. */
    public static Registry of(List<Manifest> manifests) {
        return new Registry(manifests);
    }

    /** The stored templates of a name, as seen from a namespace; an object that names no namespace is in all. */
    public Optional<Spec> find(boolean clusterScope, String namespace, String name) {
        String kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        return objects.getOrDefault(new Key(kind, name), List.of()).stream()
                .filter(manifest -> clusterScope || sameNamespace(namespace, namespace(manifest)))
                .findFirst()
                .map(this::spec);
    }

    /** The names of all stored templates of a scope. */
    public Set<String> names(boolean clusterScope) {
        String kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        Set<String> names = new TreeSet<>();
        objects.keySet().stream().filter(key -> key.kind().equals(kind)).forEach(key -> names.add(key.name()));
        return names;
    }

    /** The spec of an object; of equal objects each has its own. */
    public Spec spec(Manifest manifest) {
        Spec known = specs.get(manifest);
        if (known == null) {
            known = new Spec(manifest, this);
            specs.put(manifest, known);
        }
        return known;
    }

    static String namespace(Manifest manifest) {
        return manifest.json().path("metadata").path("namespace").asText("");
    }

    private static boolean sameNamespace(String left, String right) {
        return left.isEmpty() || right.isEmpty() || left.equals(right);
    }
}
