package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.load.Entry;
import io.tiphys.verifier.load.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No object stands twice among those that are judged: in a cluster the last one applied wins. */
final class UniqueObjects {
    private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
    static final Rule RULE = new Rule(
            "NAME-10",
            Severity.WARNING,
            "An object is defined once: no two manifests have the same kind, namespace and name.",
            "Rename or delete one of the two.",
            "Argo CD: RepeatedResourceWarning, the last one wins");

    private record Name(String apiVersion, String kind, String namespace, String name) {}

    private final Map<Name, Entry> first = new HashMap<>();

    /** Knows all objects, of which the judged ones count. */
    UniqueObjects(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.source().judged() && entry.named() && !entry.kind().isEmpty()) {
                first.putIfAbsent(new Name(entry.apiVersion(), entry.kind(), entry.namespace(), entry.name()), entry);
            }
        }
    }

    /** A finding at an object that stands elsewhere before, which names that place. */
    Optional<Finding> check(Manifest manifest) {
        Entry before =
                first.get(new Name(manifest.apiVersion(), manifest.kind(), manifest.namespace(), manifest.name()));
        if (before == null || isSame(before, manifest) || !isNamed(manifest)) {
            return Optional.empty();
        }
        return Optional.of(manifest.finding(
                RULE,
                NAME,
                manifest.kind() + " \"" + manifest.name() + "\" is defined already in "
                        + before.source().file() + ":" + before.line()));
    }

    private static boolean isNamed(Manifest manifest) {
        return !manifest.json().at(NAME).asText("").isEmpty();
    }

    private static boolean isSame(Entry entry, Manifest manifest) {
        return entry.source().file().equals(manifest.file())
                && entry.document() == manifest.document().index()
                && entry.root().equals(manifest.root());
    }
}
