package io.tiphys.generator.dsl;

import io.fabric8.kubernetes.api.model.SecurityContext;
import io.tiphys.model.argo.UserContainer;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import io.tiphys.model.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A template with one main container. What it uses is declared by using it: inputs, volumes. Wherever a value is an
 * {@code Object} it may be a {@link Value} or a text made from some.
 *
 * @param <T> the kind of template
 */
public abstract sealed class PodTemplate<T extends PodTemplate<T>> extends TemplateWords<T>
        permits ContainerTemplate, ScriptTemplate {
    private final String body;

    PodTemplate(Parts parts, String body) {
        super(parts);
        this.body = body;
    }

    /** The image, with tag or digest: a value, or anything whose text is its name. */
    public final T image(Object image) {
        Object name =
                image instanceof Value ? image : Fields.given("image", image).toString();
        return container("image", name);
    }

    /** When the image is pulled: {@code Always}, {@code IfNotPresent}, {@code Never}. */
    public final T pullPolicy(Object policy) {
        return container("imagePullPolicy", policy);
    }

    /** What runs instead of the image's entrypoint; for a script, what the source is given to. */
    public final T command(Object... command) {
        return container(in -> in.set("command", Texts.all("command", command)), command);
    }

    /** An environment variable: a value, or where it comes from ({@code secret(…)}, {@code configMap(…)}). */
    public final T env(String name, Object value) {
        Fields variable = Fields.NONE.set("name", name);
        Fields given = value instanceof EnvSource source
                ? variable.set("valueFrom", source.fields())
                : variable.set("value", Texts.of("env " + name, value));
        return container(in -> in.add("env", given), value instanceof EnvSource source ? source.used() : value);
    }

    /** Environment variables for all keys of a Secret or ConfigMap. */
    public final T envFrom(EnvSource source) {
        Object used = Fields.given("envFrom", source).used();
        return container(in -> in.add("envFrom", source.whole()), used);
    }

    /** The folder in which the command starts. */
    public final T workingDir(Object path) {
        return container("workingDir", path);
    }

    /** A port that the container listens on. */
    public final T port(int number) {
        return container(in -> in.add("ports", Fields.NONE.set("containerPort", number)));
    }

    /** CPUs, requested and at most: 2, {@code "500m"}, an input. */
    public final T cpus(Object quantity) {
        return resource("cpu", quantity);
    }

    /** Memory, requested and at most: {@code "20Gi"}, an input. */
    public final T memory(Object quantity) {
        return resource("memory", quantity);
    }

    /** Nvidia GPUs, with the tolerations that the site's GPU nodes ask for. */
    public final T gpus(Object quantity) {
        return resource(Resources.GPU, quantity);
    }

    /** Any resource, requested and at most. */
    public final T resource(String name, Object quantity) {
        return asking(parts().resources().with(Resources.MAIN, name, quantity), name, quantity);
    }

    /** The most of a resource, where that is more than is requested: {@code resources.limits}. */
    public final T limit(String resource, Object quantity) {
        return asking(parts().resources().limit(Resources.MAIN, resource, quantity), resource, quantity);
    }

    private T asking(Resources resources, String name, Object quantity) {
        Parts parts = parts().with(parts().fields(), quantity);
        List<Problem> problems = Quantity.problem(Texts.of(name, quantity))
                .map(problem -> Problem.here(DefinitionRules.BAD_QUANTITY, name + ": " + problem))
                .stream()
                .toList();
        return copy(parts.asking(resources).failing(problems));
    }

    /** Mounts volumes and declares them. */
    public final T mount(Mount... mounts) {
        Parts changed = parts().mounting(mounts);
        for (Mount mount : Texts.given("mount", mounts)) {
            changed = changed.within(body, in -> in.add("volumeMounts", mount.mount()));
        }
        return copy(changed);
    }

    /** Makes the image's file system read-only; what the program writes to needs a mount. */
    public final T readOnlyRoot() {
        return container(in -> Texts.nested(in, "securityContext", all -> all.set("readOnlyRootFilesystem", true)));
    }

    /** The security of the container. */
    public final T security(SecurityContext security) {
        return container("securityContext", security);
    }

    /** A container that runs to its end before this one starts. */
    public final T initContainer(ContainerTemplate container) {
        return beside("initContainers", "initContainers", container);
    }

    /** A container that runs beside this one and is stopped with it. */
    public final T sidecar(ContainerTemplate container) {
        return beside("sidecars", "containers", container);
    }

    private T beside(String field, String list, ContainerTemplate container) {
        Parts others = Fields.given(field, container).parts();
        Resources.Place place = new Resources.Place(list, container.name());
        Resources resources = parts().resources().with(place, others.resources());
        Fields fields = container.container(place, resources);
        Parts changed = parts().using(others.references())
                .mounting(others.mounts().toArray(Mount[]::new))
                .asking(resources)
                .waiving(parts().waivers().with(others.waivers().of(container.name())))
                .failing(others.problems())
                .failing(container.onlyOfTemplates());
        return copy(changed.with(changed.fields().add(field, fields)));
    }

    /** Changes the typed model of the container, for what the language has no word for. */
    public final T containerModel(UnaryOperator<UserContainer> change) {
        return container(in -> Models.change(in, UserContainer.of(), change));
    }

    /** The container's fields under the template's name, as a container beside another's. */
    final Fields container(Resources.Place place, Resources resources) {
        Fields fields = Fields.NONE.set("name", name());
        for (var field : containerFields().slots().entrySet()) {
            fields = fields.put(field.getKey(), field.getValue());
        }
        Optional<Slot> literal = resources.literal(place);
        return literal.isPresent() ? fields.put("resources", literal.get()) : fields;
    }

    /** What was said that a container beside another has no place for. */
    final List<Problem> onlyOfTemplates() {
        List<Problem> problems = new ArrayList<>();
        parts().fields().slots().forEach((field, slot) -> {
            if (!field.equals("name") && !field.equals(body)) {
                problems.add(onlyOfTemplates(field, slot.origin()));
            }
        });
        if (!parts().changes().isEmpty()) {
            problems.add(
                    onlyOfTemplates("model(…)", parts().fields().get("name").flatMap(Slot::origin)));
        }
        return problems;
    }

    private Problem onlyOfTemplates(String field, Optional<JavaLine> line) {
        return new Problem(
                DefinitionRules.ONLY_OF_TEMPLATES,
                "The container \"" + name() + "\" stands beside another one, but has " + field
                        + ", which only a whole template has",
                line);
    }

    final Fields containerFields() {
        return parts().fields().get(body).map(Texts::fields).orElse(Fields.NONE);
    }

    final T container(String field, Object value) {
        return container(in -> in.set(field, Texts.plain(field, value)), value);
    }

    final T container(UnaryOperator<Fields> change, Object... used) {
        return copy(parts().within(body, change, used));
    }

    @Override
    Fields body(Fields fields, Context context) {
        Optional<Slot> literal = parts().resources().literal(Resources.MAIN);
        Fields whole = fields;
        if (literal.isPresent()) {
            whole = Texts.nested(whole, body, in -> in.put("resources", literal.get()));
        } else if (fields.get(body).isEmpty()) {
            whole = whole.put(
                    body,
                    new Slot(new Slot.Plain(Fields.NONE), fields.get("name").flatMap(Slot::origin)));
        }
        return whole;
    }
}
