package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.Source;
import java.util.List;
import java.util.Optional;

/**
 * Where the line is that a message about a pod speaks of. A policy says by its annotation {@code tiphys.io/at} which part
 * of a pod it is about, such as <code>/spec/containers/&#42;/resources</code>; the star is the item whose name the
 * message mentions first, of those that an author wrote.
 */
final class PodPlace {
    private final Manifest manifest;
    private final EffectivePod pod;

    PodPlace(Manifest manifest, EffectivePod pod) {
        this.manifest = manifest;
        this.pod = pod;
    }

    private record Target(JsonPointer pointer, String container) {}

    /** A finding at the line that wrote the part of the pod, or the nearest part around it that somebody wrote. */
    Finding finding(Rule rule, String at, String message) {
        Target target = target(at, message);
        Finding finding = written(target.pointer())
                .map(source -> at(source, rule, message))
                .orElseGet(() -> manifest.finding(rule, JsonPointer.empty(), message));
        Finding.Place place = finding.place();
        return finding.withPlace(new Finding.Place(
                place.file(),
                place.document(),
                place.line(),
                place.column(),
                place.pointer(),
                pod.call().template(),
                target.container()));
    }

    /** The nearest part that a template wrote; where there is none, the template's container. */
    private Optional<Source> written(JsonPointer pointer) {
        for (JsonPointer at = pointer; at != null && !at.matches(); at = at.head()) {
            Optional<Source> source = own(at).or(around(at));
            if (source.isPresent()) {
                return source;
            }
        }
        JsonNode containers = pod.pod().path("spec").path("containers");
        for (int i = 0; i < containers.size(); i++) {
            JsonPointer container = JsonPointer.compile("/spec/containers/" + i);
            Optional<Source> source = own(container).or(around(container));
            if (source.isPresent()) {
                return source;
            }
        }
        return Optional.empty();
    }

    private Optional<Source> own(JsonPointer at) {
        List<Source> sources = pod.sources().getOrDefault(at, List.of());
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(sources.get(sources.size() - 1))
                        .filter(source -> source.pointer().toString().contains("/templates/"));
    }

    /** The node that holds the parts of something that Argo put together itself, such as a container. */
    private java.util.function.Supplier<Optional<Source>> around(JsonPointer at) {
        return () -> {
            if (at.toString().equals("/spec")) {
                return Optional.empty();
            }
            for (String field : (Iterable<String>) () -> pod.pod().at(at).fieldNames()) {
                Optional<Source> part = own(at.appendProperty(field))
                        .filter(source -> source.inner().matches());
                if (part.isPresent()) {
                    return part.map(source ->
                            Source.of(source.manifest(), source.pointer().head()));
                }
            }
            return Optional.empty();
        };
    }

    private static Finding at(Source source, Rule rule, String message) {
        Manifest where = source.manifest();
        if (source.inner().matches()) {
            return where.finding(rule, source.pointer(), message);
        }
        return where.finding(rule, source.pointer(), inside(source), message)
                .withJava(where.index().find(where.file(), where.document().index(), source.pointer(), source.inner()));
    }

    /** The place in the file of a node inside a literal block. */
    private static Position inside(Source source) {
        YamlDocument document = source.manifest().document();
        Position key = document.position(source.pointer());
        Optional<YamlNode.Scalar> scalar = document.node(source.pointer())
                .filter(YamlNode.Scalar.class::isInstance)
                .map(YamlNode.Scalar.class::cast)
                .filter(text -> text.style() == YamlNode.Style.LITERAL);
        if (scalar.isEmpty()) {
            return key;
        }
        List<YamlDocument> inner = new YamlReader().read(scalar.get().text()).documents();
        if (inner.isEmpty()) {
            return key;
        }
        Position in = inner.get(0).position(source.inner());
        return new Position(scalar.get().start().line() + in.line(), key.column() + 1 + in.column());
    }

    private Target target(String at, String message) {
        Optional<Target> exact = resolve(at, message);
        if (exact.isEmpty() && at.startsWith("/spec/containers/")) {
            exact = resolve(at.replaceFirst("/containers/", "/initContainers/"), message);
        }
        return exact.orElseGet(() -> new Target(JsonPointer.compile("/spec"), ""));
    }

    private Optional<Target> resolve(String at, String message) {
        JsonPointer pointer = JsonPointer.empty();
        String container = "";
        for (JsonPointer rest = JsonPointer.compile(at); !rest.matches(); rest = rest.tail()) {
            String segment = rest.getMatchingProperty();
            if (!segment.equals("*")) {
                pointer = pointer.appendProperty(segment);
                continue;
            }
            Optional<Integer> item = mentioned(pointer, message);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            boolean ofContainers = pointer.toString().endsWith("ontainers");
            pointer = pointer.appendIndex(item.get());
            container = ofContainers ? pod.pod().at(pointer).path("name").asText() : container;
        }
        return Optional.of(new Target(pointer, container));
    }

    /** The item whose name stands first in the message; what Argo adds itself comes after all others. */
    private Optional<Integer> mentioned(JsonPointer list, String message) {
        JsonNode items = pod.pod().at(list);
        Optional<Integer> best = Optional.empty();
        int bestAt = Integer.MAX_VALUE;
        for (int i = 0; i < items.size(); i++) {
            int found = Words.indexOf(message, items.get(i).path("name").asText());
            JsonPointer item = list.appendIndex(i);
            boolean authors = own(item).or(around(item)).isPresent();
            int rank = found + (authors ? 0 : message.length());
            if (found >= 0 && rank < bestAt) {
                best = Optional.of(i);
                bestAt = rank;
            }
        }
        return best;
    }
}
