package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.load.Entry;
import io.tiphys.verifier.load.Inventory;
import io.tiphys.verifier.load.Manifest;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All stored templates that can be referred to: judged ones and context. Thread-safe. */
public final class Registry {
    private record Key(String kind, String name) {}

    /** Where an object stands. */
    private record Place(String file, int document, JsonPointer root) {
        static Place of(Manifest manifest) {
            return new Place(manifest.file(), manifest.document().index(), manifest.root());
        }
    }

    /** A template that is read when somebody refers to it. */
    private record Stored(Place place, String namespace, Supplier<Manifest> manifest) {}

    private final Map<Key, List<Stored>> objects = new HashMap<>();
    /** Those in use: all who refer to an object while it is judged see the same spec of it. */
    private final Map<Place, WeakReference<Spec>> specs = new ConcurrentHashMap<>();

    private Registry() {}

    /** A registry of all loaded objects. */
    public static Registry of(List<Manifest> manifests) {
        Registry registry = new Registry();
        for (Manifest manifest : manifests) {
            if (isStored(manifest)) {
                registry.add(
                        new Key(manifest.kind(), manifest.name()),
                        new Stored(Place.of(manifest), manifest.namespace(), () -> manifest));
            }
        }
        return registry;
    }

    /** A registry of all objects of a run. */
    public static Registry of(Inventory inventory) {
        Registry registry = new Registry();
        for (Entry entry : inventory.entries()) {
            if (Manifest.isArgo(entry.apiVersion(), entry.kind()) && isTemplate(entry.kind())) {
                Place place = new Place(entry.source().file(), entry.document(), entry.root());
                registry.add(
                        new Key(entry.kind(), entry.name()),
                        new Stored(place, entry.namespace(), () -> inventory.manifest(entry)));
            }
        }
        return registry;
    }

    private void add(Key key, Stored stored) {
        objects.computeIfAbsent(key, of -> new ArrayList<>()).add(stored);
    }

    /** The stored templates of a name, as seen from a namespace; an object that names no namespace is in all. */
    public Optional<Spec> find(boolean clusterScope, String namespace, String name) {
        String kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        return objects.getOrDefault(new Key(kind, name), List.of()).stream()
                .filter(stored -> clusterScope || sameNamespace(namespace, stored.namespace()))
                .findFirst()
                .map(stored -> {
                    Spec known = known(stored.place());
                    return known == null ? spec(stored.manifest().get()) : known;
                });
    }

    /** The names of all stored templates of a scope. */
    public Set<String> names(boolean clusterScope) {
        String kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        Set<String> names = new TreeSet<>();
        objects.keySet().stream().filter(key -> key.kind().equals(kind)).forEach(key -> names.add(key.name()));
        return names;
    }

    /** The spec of an object. */
    public Spec spec(Manifest manifest) {
        if (!isStored(manifest)) {
            return new Spec(manifest, this); // nobody refers to it
        }
        Place place = Place.of(manifest);
        Spec known = known(place);
        if (known != null && known.manifest().json().equals(manifest.json())) {
            return known;
        }
        Spec spec = new Spec(manifest, this);
        specs.put(place, new WeakReference<>(spec));
        return spec;
    }

    private @Nullable Spec known(Place place) {
        WeakReference<Spec> reference = specs.get(place);
        return reference == null ? null : reference.get();
    }

    private static boolean isStored(Manifest manifest) {
        return manifest.isArgo() && isTemplate(manifest.kind());
    }

    private static boolean isTemplate(String kind) {
        return kind.endsWith("WorkflowTemplate");
    }

    private static boolean sameNamespace(String left, String right) {
        return left.isEmpty() || right.isEmpty() || left.equals(right);
    }
}
