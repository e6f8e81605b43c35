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
import java.util.stream.Stream;

/**
 * What the containers of a template ask for: request and limit are the same where no other limit is said. Argo takes only
 * literal quantities in a container, so as soon as one of a container's is a reference they are all written as a
 * podSpecPatch. Immutable.
 */
record Resources(Map<Resources.Place, Resources.Asked> asked) {
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

    /**
     * The quantities of a container.
     *
     * @param limits those that are more than what is requested
     */
    record Asked(Fields quantities, Fields limits) {
        private static final Asked NOTHING = new Asked(Fields.NONE, Fields.NONE);

        private boolean isLiteral() {
            return Stream.of(quantities, limits)
                    .flatMap(fields -> fields.slots().values().stream())
                    .noneMatch(slot -> slot.content() instanceof Slot.Json json
                            && json.json().asText().contains("{{"));
        }

        private Slot requirements() {
            Fields atMost = quantities;
            for (Map.Entry<String, Slot> limit : limits.slots().entrySet()) {
                atMost = atMost.put(limit.getKey(), limit.getValue());
            }
            Optional<JavaLine> line =
                    atMost.slots().values().stream().findFirst().flatMap(Slot::origin);
            Fields both = quantities.slots().isEmpty()
                    ? Fields.NONE
                    : Fields.NONE.put("requests", new Slot(new Slot.Plain(quantities), line));
            return new Slot(new Slot.Plain(both.put("limits", new Slot(new Slot.Plain(atMost), line))), line);
        }
    }

    Resources {
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    Resources with(Place place, String resource, Object quantity) {
        Asked before = at(place);
        return with(place, new Asked(before.quantities().set(resource, Texts.of(resource, quantity)), before.limits()));
    }

    Resources limit(Place place, String resource, Object quantity) {
        Asked before = at(place);
        return with(place, new Asked(before.quantities(), before.limits().set(resource, Texts.of(resource, quantity))));
    }

    /** With the main container of others as a container of this pod. */
    Resources with(Place place, Resources others) {
        return others.asked.containsKey(MAIN) ? with(place, others.at(MAIN)) : this;
    }

    private Resources with(Place place, Asked changed) {
        Map<Place, Asked> all = new LinkedHashMap<>(asked);
        all.put(place, changed);
        return new Resources(all);
    }

    private Asked at(Place place) {
        return asked.getOrDefault(place, Asked.NOTHING);
    }

    /** The line that asked for a GPU. */
    Optional<Slot> gpu() {
        return asked.values().stream()
                .flatMap(one -> Stream.of(one.quantities(), one.limits()))
                .flatMap(fields -> fields.get(GPU).stream())
                .findFirst();
    }

    /** {@code requests} and {@code limits} of a container, if they can stand there. */
    Optional<Slot> literal(Place place) {
        return Optional.ofNullable(asked.get(place)).filter(Asked::isLiteral).map(Asked::requirements);
    }

    /** The patch of the containers with references. */
    Optional<Slot> patch() {
        Map<String, List<Slot>> lists = new LinkedHashMap<>();
        Optional<JavaLine> line = Optional.empty();
        for (Map.Entry<Place, Asked> one : asked.entrySet()) {
            if (!one.getValue().isLiteral()) {
                Slot requirements = one.getValue().requirements();
                line = line.or(requirements::origin);
                Fields container =
                        Fields.NONE.constant("name", one.getKey().container()).put("resources", requirements);
                lists.computeIfAbsent(one.getKey().list(), key -> new ArrayList<>())
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
