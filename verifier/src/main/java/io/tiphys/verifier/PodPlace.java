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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the line is that a message about a pod speaks of. A policy says by its annotation {@code tiphys.io/at} which part
 * of a pod it is about, such as <code>/spec/containers/&#42;/resources</code>; the star is the item whose name the message
 * mentions.
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
        Optional<Source> source = written(target.pointer());
        Finding finding = source.map(found -> at(found, rule, message))
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

    /** The nearest written part; the root of a document says nothing, so there the template itself is better. */
    private Optional<Source> written(JsonPointer pointer) {
        for (JsonPointer at = pointer; at != null && !at.matches(); at = at.head()) {
            List<Source> sources = pod.sources().get(at);
            if (sources != null && !sources.isEmpty()) {
                Source last = sources.get(sources.size() - 1);
                if (last.pointer().toString().contains("/templates/")
                        || pod.call().template().isEmpty()) {
                    return Optional.of(last);
                }
            }
        }
        return templateSource();
    }

    private Optional<Source> templateSource() {
        JsonNode containers = pod.pod().path("spec").path("containers");
        for (int i = containers.size() - 1; i >= 0; i--) {
            JsonPointer container = JsonPointer.compile("/spec/containers/" + i);
            List<Source> sources = pod.sources().get(container);
            if (sources != null && !sources.isEmpty()) {
                return Optional.of(sources.get(0));
            }
        }
        return Optional.empty();
    }

    private static Finding at(Source source, Rule rule, String message) {
        Manifest where = source.manifest();
        if (source.inner().matches()) {
            return where.finding(rule, source.pointer(), message);
        }
        Finding finding = where.finding(rule, source.pointer(), inside(source), message);
        return finding.withJava(
                where.index().find(where.file(), where.document().index(), source.pointer(), source.inner()));
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
        JsonNode node = pod.pod();
        String container = "";
        for (String segment : segments(at)) {
            if (segment.equals("*")) {
                Optional<Integer> item = mentioned(node, message);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                String name = node.path(item.get()).path("name").asText();
                container = pointer.toString().endsWith("ontainers") ? name : container;
                pointer = pointer.appendIndex(item.get());
                node = node.path(item.get());
            } else {
                pointer = pointer.appendProperty(segment);
                node = node.path(segment);
            }
        }
        return Optional.of(new Target(pointer, container));
    }

    private static List<String> segments(String at) {
        List<String> segments = new ArrayList<>();
        for (JsonPointer rest = JsonPointer.compile(at); !rest.matches(); rest = rest.tail()) {
            segments.add(rest.getMatchingProperty());
        }
        return segments;
    }

    /** The item whose name stands first in the message as a word of its own. */
    private static Optional<Integer> mentioned(JsonNode items, String message) {
        Optional<Integer> best = Optional.empty();
        int bestAt = Integer.MAX_VALUE;
        for (int i = 0; i < items.size(); i++) {
            int found = indexOfWord(message, items.get(i).path("name").asText());
            if (found >= 0 && found < bestAt) {
                best = Optional.of(i);
                bestAt = found;
            }
        }
        return best;
    }

    private static int indexOfWord(String text, String word) {
        if (word.isEmpty()) {
            return -1;
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean startsWord = at == 0 || !isNamePart(text.charAt(at - 1));
            int end = at + word.length();
            if (startsWord && (end == text.length() || !isNamePart(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
