package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No object stands twice among those that are judged: in a cluster the last one applied wins. */
final class UniqueObjects {
    static final Rule RULE = new Rule(
            "NAME-10",
            Severity.WARNING,
            "An object is defined once: no two manifests have the same kind, namespace and name.",
            "Rename or delete one of the two.",
            "Argo CD: RepeatedResourceWarning, the last one wins");

    private UniqueObjects() {}

    /** A finding at each repetition, which names the first place. */
    static List<Finding> check(List<Manifest> manifests) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Manifest> first = new HashMap<>();
        for (Manifest manifest : manifests) {
            String name = manifest.json().at("/metadata/name").asText("");
            if (name.isEmpty() || manifest.kind().isEmpty()) {
                continue;
            }
            String namespace = manifest.json().at("/metadata/namespace").asText("");
            String key = String.join("\n", manifest.apiVersion(), manifest.kind(), namespace, name);
            Manifest before = first.putIfAbsent(key, manifest);
            if (before != null) {
                JsonPointer at = JsonPointer.compile("/metadata/name");
                int line = before.document().position(at).line();
                findings.add(manifest.finding(
                        RULE,
                        at,
                        manifest.kind() + " \"" + name + "\" is defined already in " + before.file() + ":" + line));
            }
        }
        return findings;
    }
}
