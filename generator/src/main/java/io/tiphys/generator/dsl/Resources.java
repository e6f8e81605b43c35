package io.tiphys.generator.dsl;

import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import io.tiphys.model.object.Slot.EmbeddedYaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the containers of a template ask for: request and limit are the same. Argo takes only literal quantities in a
 * container, so as soon as one of a container's is a reference they are all written as a podSpecPatch. Immutable.
 */
record Resources(Map<Resources.Place, Fields> quantities) {
    /** The resource name of Nvidia's GPUs. */
    static final String GPU = "nvidia.com/gpu";

    static final Resources NONE = new Resources(Map.of());

    /** The container that a template is about. */
    static final Place MAIN = new Place("containers", "main");

    /**
     * A container of the pod.
     *
     * @param list the pod's list that holds it: containers, initContainers
     */
    record Place(String list, String container) {}

    Resources {
        quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    Resources with(Place place, String resource, Object quantity) {
        Map<Place, Fields> all = new LinkedHashMap<>(quantities);
        all.put(place, at(place).set(resource, Texts.of(resource, quantity)));
        return new Resources(all);
    }

    /** With the main container of others as a container of this pod. */
    Resources with(Place place, Resources others) {
        Map<Place, Fields> all = new LinkedHashMap<>(quantities);
        if (others.quantities.containsKey(MAIN)) {
            all.put(place, others.at(MAIN));
        }
        return new Resources(all);
    }

    private Fields at(Place place) {
        return quantities.getOrDefault(place, Fields.NONE);
    }

    /** The line that asked for a GPU. */
    Optional<Slot> gpu() {
        return quantities.values().stream()
                .flatMap(fields -> fields.get(GPU).stream())
                .findFirst();
    }

    /** {@code requests} and {@code limits} of a container, if they can stand there. */
    Optional<Slot> literal(Place place) {
        Fields asked = at(place);
        return asked.slots().isEmpty() || !isLiteral(asked) ? Optional.empty() : Optional.of(requirements(asked));
    }

    private static boolean isLiteral(Fields asked) {
        return asked.slots().values().stream()
                .noneMatch(slot -> slot.content() instanceof Slot.Json json
                        && json.json().asText().contains("{{"));
    }

    private static Slot requirements(Fields asked) {
        Optional<JavaLine> line = asked.slots().values().iterator().next().origin();
        Slot slot = new Slot(new Slot.Plain(asked), line);
        return new Slot(new Slot.Plain(Fields.NONE.put("requests", slot).put("limits", slot)), line);
    }

    /** The patch of the containers with references. */
    Optional<Slot> patch() {
        Map<String, List<Slot>> lists = new LinkedHashMap<>();
        Optional<JavaLine> line = Optional.empty();
        for (Map.Entry<Place, Fields> asked : quantities.entrySet()) {
            if (!isLiteral(asked.getValue())) {
                Slot requirements = requirements(asked.getValue());
                line = line.or(requirements::origin);
                Fields container =
                        Fields.NONE.constant("name", asked.getKey().container()).put("resources", requirements);
                lists.computeIfAbsent(asked.getKey().list(), key -> new ArrayList<>())
                        .add(new Slot(new Slot.Plain(container), requirements.origin()));
            }
        }
        Fields pod = Fields.NONE;
        for (Map.Entry<String, List<Slot>> list : lists.entrySet()) {
            pod = pod.put(list.getKey(), new Slot(new Slot.Items(list.getValue()), line));
        }
        return lists.isEmpty() ? Optional.empty() : Optional.of(new Slot(new EmbeddedYaml(pod), line));
    }
}
