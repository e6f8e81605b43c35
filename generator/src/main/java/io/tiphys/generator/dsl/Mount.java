package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;

/**
 * A volume and where a container sees it. Mounting it declares it: in the template, or, for a claim made for each run, in
 * the spec. Immutable.
 */
public final class Mount {
    private final String name;
    private final Fields mount;
    private final Fields volume;
    private final boolean claim;
    private final References references;

    private Mount(String name, Fields mount, Fields volume, boolean claim, References references) {
        this.name = name;
        this.mount = mount;
        this.volume = volume;
        this.claim = claim;
        this.references = references;
    }

    private static Fields at(String name, Object path) {
        return Fields.NONE.set("name", name).set("mountPath", path.toString());
    }

    /** A folder of the node, which must be there, seen at its own path. */
    static Mount hostDirectory(String name, Object path) {
        Fields source = Fields.NONE.set("path", path.toString()).set("type", "Directory");
        Fields volume = Fields.NONE.set("name", name).set("hostPath", source);
        return new Mount(name, at(name, path), volume, false, References.NONE.with(path));
    }

    /** An empty folder that lives as long as the pod. */
    static Mount emptyDir(String name, Object path, String sizeLimit) {
        Fields volume = Fields.NONE.set("name", name).set("emptyDir", Fields.NONE.set("sizeLimit", sizeLimit));
        return new Mount(name, at(name, path), volume, false, References.NONE.with(path));
    }

    /** A claim made for each run and deleted with it; only one node at a time can write to it. */
    static Mount claim(String name, Object path, String size, String storageClass) {
        Fields requests = Fields.NONE.set("storage", size);
        Fields spec = Fields.NONE
                .set("accessModes", java.util.List.of("ReadWriteOnce"))
                .set("resources", Fields.NONE.set("requests", requests));
        if (!storageClass.isEmpty()) {
            spec = spec.set("storageClassName", storageClass);
        }
        Fields volume =
                Fields.NONE.set("metadata", Fields.NONE.set("name", name)).set("spec", spec);
        return new Mount(name, at(name, path), volume, true, References.NONE.with(path));
    }

    /** An existing volume, claim or any other source, by fabric8's class. */
    public static Mount of(io.fabric8.kubernetes.api.model.Volume volume, Object path) {
        Fields declaration = Fields.NONE.set("volume", volume);
        Slot slot = declaration.get("volume").orElseThrow();
        Fields fields = slot.content() instanceof Slot.Json json
                ? Fields.fromJson((com.fasterxml.jackson.databind.node.ObjectNode) json.json())
                : Fields.NONE;
        return new Mount(volume.getName(), at(volume.getName(), path), fields, false, References.NONE.with(path));
    }

    /** The same, not to be written to. */
    public Mount readOnly() {
        return new Mount(name, mount.set("readOnly", true), volume, claim, references);
    }

    String name() {
        return name;
    }

    Fields mount() {
        return mount;
    }

    Slot declaration() {
        return new Slot(new Slot.Plain(volume), mount.get("name").flatMap(Slot::origin));
    }

    boolean isClaim() {
        return claim;
    }

    References references() {
        return references;
    }
}
