package io.tiphys.generator.dsl;

import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.List;
import java.util.Optional;

/**
 * A volume and where a container sees it. Mounting it declares it: a claim made for each run in the spec; any other
 * volume in the spec of a Workflow, and in the template of a template that others may call, since Argo takes only those
 * along. Immutable.
 */
public final class Mount {
    /** Where the volume is declared. */
    private enum Place {
        FITTING,
        SPEC,
        TEMPLATE,
        CLAIM
    }

    private final String name;
    private final Fields mount;
    private final Fields volume;
    private final Place place;
    private final References references;

    private Mount(String name, Fields mount, Fields volume, Place place, References references) {
        this.name = name;
        this.mount = mount;
        this.volume = volume;
        this.place = place;
        this.references = references;
    }

    private static Mount of(String name, Object path, Fields volume, Place place, Object... used) {
        Fields at = Fields.NONE.set("name", name).set("mountPath", Texts.of("mountPath", path));
        return new Mount(name, at, volume, place, References.NONE.with(path).with(used));
    }

    private static Mount source(String name, Object path, String kind, Fields source, Object... used) {
        return of(name, path, Fields.NONE.set("name", name).set(kind, source), Place.FITTING, used);
    }

    /** A folder of the node, which must be there, seen at its own path. */
    static Mount hostDirectory(String name, Object path) {
        Fields source = Fields.NONE.set("path", Texts.of("path", path)).set("type", "Directory");
        return source(name, path, "hostPath", source, path);
    }

    /** An empty folder that lives as long as the pod. */
    static Mount emptyDir(String name, Object path, Object sizeLimit) {
        return source(
                name, path, "emptyDir", Fields.NONE.set("sizeLimit", Texts.of("sizeLimit", sizeLimit)), sizeLimit);
    }

    /** An empty folder of any size. */
    static Mount emptyDir(String name, Object path) {
        return source(name, path, "emptyDir", Fields.NONE);
    }

    /** A claim made for each run and deleted with it; only one node at a time can write to it. */
    static Mount claim(String name, Object path, Object size, String storageClass) {
        Fields requests = Fields.NONE.set("storage", Texts.of("storage", size));
        Fields spec = Fields.NONE
                .set("accessModes", List.of("ReadWriteOnce"))
                .set("resources", Fields.NONE.set("requests", requests));
        if (!storageClass.isEmpty()) {
            spec = spec.set("storageClassName", storageClass);
        }
        Fields volume =
                Fields.NONE.set("metadata", Fields.NONE.set("name", name)).set("spec", spec);
        return of(name, path, volume, Place.CLAIM, size);
    }

    /** A claim that is there already. */
    static Mount existingClaim(String name, Object claim, Object path) {
        Fields source = Fields.NONE.set("claimName", Texts.of("claimName", claim));
        return source(name, path, "persistentVolumeClaim", source, claim);
    }

    /** The keys of a Secret as files. */
    static Mount secret(String name, Object secret, Object path) {
        return source(name, path, "secret", Fields.NONE.set("secretName", Texts.of("secretName", secret)), secret);
    }

    /** The keys of a ConfigMap as files. */
    static Mount configMap(String name, Object configMap, Object path) {
        return source(name, path, "configMap", Fields.NONE.set("name", Texts.of("name", configMap)), configMap);
    }

    /** A volume of any source, by fabric8's class. */
    public static Mount of(io.fabric8.kubernetes.api.model.Volume volume, Object path) {
        Fields declaration = Texts.fields(Slot.of(Fields.given("volume", volume)));
        return of(volume.getName(), path, declaration, Place.FITTING);
    }

    /** The same, not to be written to. */
    public Mount readOnly() {
        return mount("readOnly", true);
    }

    /** A file or folder of the volume instead of the whole. */
    public Mount subPath(Object path) {
        return mount("subPath", path);
    }

    /** The same volume, seen at another path. */
    public Mount at(Object path) {
        return mount("mountPath", path);
    }

    /** Any other field of {@code volumeMounts}. */
    public Mount mount(String field, Object value) {
        return new Mount(name, mount.set(field, Texts.plain(field, value)), volume, place, references.with(value));
    }

    /** A field of the volume's source: {@code secretVolume(…).source("optional", true)}. */
    public Mount source(String field, Object value) {
        Fields changed = volume;
        for (String kind : volume.slots().keySet()) {
            if (!kind.equals("name") && !kind.equals("metadata")) {
                changed = Texts.nested(changed, kind, in -> in.set(field, Texts.plain(field, value)));
            }
        }
        return new Mount(name, mount, changed, place, references.with(value));
    }

    /** Declared in the spec, also in a template that others may call. */
    public Mount declaredInSpec() {
        return new Mount(name, mount, volume, Place.SPEC, references);
    }

    /** Declared in the template, also in a Workflow. */
    public Mount declaredInTemplate() {
        return new Mount(name, mount, volume, Place.TEMPLATE, references);
    }

    /** The name of the volume. */
    public String name() {
        return name;
    }

    Fields mount() {
        return mount;
    }

    Slot declaration() {
        return new Slot(new Slot.Plain(volume), origin());
    }

    Optional<JavaLine> origin() {
        return mount.get("name").flatMap(Slot::origin);
    }

    boolean isClaim() {
        return place == Place.CLAIM;
    }

    /** @param specFits whether volumes of the spec reach every pod, as in a Workflow */
    boolean isInTemplate(boolean specFits) {
        boolean ofTemplate = references.declared().stream().anyMatch(Mount::isInput)
                || references.undeclared().stream()
                        .anyMatch(mention -> mention.role() == Declaration.Role.INPUT_PARAMETER);
        return place == Place.TEMPLATE || (place == Place.FITTING && (!specFits || ofTemplate));
    }

    private static boolean isInput(Declaration declaration) {
        return declaration.role() == Declaration.Role.INPUT_PARAMETER;
    }

    References references() {
        return references;
    }
}
