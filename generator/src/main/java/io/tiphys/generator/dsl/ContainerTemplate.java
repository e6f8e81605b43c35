package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A template that runs one container. What it uses is declared by using it: inputs, volumes. Wherever a value is
 * an {@code Object} it may be a {@link Reference} or a text made from some. Immutable.
 */
public final class ContainerTemplate extends Template {
    /** The resource name of Nvidia's GPUs. */
    static final String GPU = "nvidia.com/gpu";

    private final Fields template;
    private final Fields container;
    private final Resources resources;
    private final References references;
    private final List<Mount> mounts;

    private ContainerTemplate(
            Fields template, Fields container, Resources resources, References references, List<Mount> mounts) {
        this.template = template;
        this.container = container;
        this.resources = resources;
        this.references = references;
        this.mounts = List.copyOf(mounts);
    }

    static ContainerTemplate of(String name) {
        return new ContainerTemplate(
                Fields.NONE.set("name", name), Fields.NONE, Resources.NONE, References.NONE, List.of());
    }

    /** The image, with tag or digest. */
    public ContainerTemplate image(Object image) {
        return set("image", image);
    }

    /** What runs instead of the image's entrypoint. */
    public ContainerTemplate command(Object... command) {
        return container(container.set("command", texts("command", command)), command);
    }

    /** The arguments of the command. Replaces those given before. */
    public ContainerTemplate args(Object... args) {
        return container(container.set("args", texts("args", args)), args);
    }

    /** More arguments behind those given before. */
    public ContainerTemplate addArgs(Object... args) {
        Fields changed = container;
        for (Object arg : args) {
            changed = changed.add("args", Fields.given("args", arg).toString());
        }
        return container(changed, args);
    }

    /** An environment variable. */
    public ContainerTemplate env(String name, Object value) {
        Fields variable = Fields.NONE
                .set("name", name)
                .set("value", Fields.given("env " + name, value).toString());
        return container(container.add("env", variable), value);
    }

    /** The folder in which the command starts. */
    public ContainerTemplate workingDir(Object path) {
        return set("workingDir", path);
    }

    /** CPUs, requested and at most: 2, {@code "500m"}, an input. */
    public ContainerTemplate cpus(Object quantity) {
        return resource("cpu", quantity);
    }

    /** Memory, requested and at most: {@code "20Gi"}, an input. */
    public ContainerTemplate memory(Object quantity) {
        return resource("memory", quantity);
    }

    /** Nvidia GPUs, with the tolerations that the site's GPU nodes ask for. */
    public ContainerTemplate gpus(Object quantity) {
        return resource(GPU, quantity);
    }

    /** Any resource, requested and at most. */
    public ContainerTemplate resource(String name, Object quantity) {
        return new ContainerTemplate(
                template, container, resources.with(name, Fields.given(name, quantity)), references, mounts);
    }

    /** Mounts a volume and declares it. */
    public ContainerTemplate mount(Mount mount) {
        List<Mount> more = new ArrayList<>(mounts);
        more.add(mount);
        return new ContainerTemplate(
                template,
                container.add("volumeMounts", mount.mount()),
                resources,
                references.with(mount.references()),
                more);
    }

    /** Makes the image's file system read-only; what the program writes to needs a mount. */
    public ContainerTemplate readOnlyRoot() {
        return container(container.set("securityContext", Fields.NONE.set("readOnlyRootFilesystem", true)));
    }

    /** Refuses to run any container of the pod as root, Argo's own too, whatever the images say. */
    public ContainerTemplate nonRoot() {
        Fields changed = template.set("securityContext", Fields.NONE.set("runAsNonRoot", true));
        return new ContainerTemplate(changed, container, resources, references, mounts);
    }

    /** Declares an input that stands only inside a longer text. */
    public ContainerTemplate input(Input... inputs) {
        return container(container, (Object[]) inputs);
    }

    @Override
    public String name() {
        return template.get("name")
                .map(slot ->
                        slot.content() instanceof Slot.Json json ? json.json().asText() : "")
                .orElse("");
    }

    private ContainerTemplate set(String field, Object value) {
        return container(container.set(field, Fields.given(field, value).toString()), value);
    }

    private ContainerTemplate container(Fields changed, Object... used) {
        return new ContainerTemplate(template, changed, resources, references.with(used), mounts);
    }

    private static List<String> texts(String field, Object... values) {
        return Arrays.stream(values)
                .map(value -> Fields.given(field, value).toString())
                .toList();
    }

    @Override
    io.tiphys.model.argo.Template toModel() {
        Fields fields = template;
        List<Slot> inputs = references().inputs().stream().map(Input::slot).toList();
        if (!inputs.isEmpty()) {
            Slot list = new Slot(new Slot.Items(inputs), Optional.empty());
            fields = fields.put("inputs", plain(Fields.NONE.put("parameters", list)));
        }
        Fields main = container;
        if (!resources.isEmpty() && resources.isLiteral()) {
            main = main.put("resources", resources.requirements());
        }
        fields = fields.put(
                "container", new Slot(new Slot.Plain(main), template.get("name").flatMap(Slot::origin)));
        if (!resources.isEmpty() && !resources.isLiteral()) {
            fields = fields.put("podSpecPatch", resources.patch());
        }
        List<Slot> volumes = mounts.stream()
                .filter(mount -> !mount.isClaim())
                .map(Mount::declaration)
                .toList();
        if (!volumes.isEmpty()) {
            fields = fields.put("volumes", new Slot(new Slot.Items(volumes), Optional.empty()));
        }
        io.tiphys.model.argo.Template model = io.tiphys.model.argo.Template.of();
        for (var field : fields.slots().entrySet()) {
            model = model.with(field.getKey(), field.getValue());
        }
        return model;
    }

    private static Slot plain(Fields fields) {
        return new Slot(new Slot.Plain(fields), Optional.empty());
    }

    @Override
    References references() {
        return references.with(resources.references());
    }

    @Override
    List<Mount> mounts() {
        return mounts;
    }

    @Override
    Template at(Site site) {
        Optional<Slot> gpu = resources.quantities().get(GPU);
        if (gpu.isEmpty() || site.gpuTolerations().isEmpty()) {
            return this;
        }
        List<Slot> tolerations = site.gpuTolerations().stream()
                .map(toleration ->
                        new Slot(new Slot.Plain(toleration), gpu.get().origin()))
                .toList();
        Fields tolerating = template.put(
                "tolerations", new Slot(new Slot.Items(tolerations), gpu.get().origin()));
        return new ContainerTemplate(tolerating, container, resources, references, mounts);
    }
}
