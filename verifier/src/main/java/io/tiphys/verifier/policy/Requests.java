package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeMap;

/** The documents {@code request} and {@code namespaceObject} of a subject. */
final class Requests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Requests() {}

    /** @param name of the object; empty if it has none */
    static JsonNode request(PolicySubject subject, String name) {
        ApiResource resource = subject.resource();
        ObjectNode kind = NODES.objectNode()
                .put("group", resource.group())
                .put("version", resource.version())
                .put("kind", resource.kind());
        ObjectNode plural = NODES.objectNode()
                .put("group", resource.group())
                .put("version", resource.version())
                .put("resource", resource.resource());
        ObjectNode request = NODES.objectNode();
        request.set("kind", kind);
        request.set("resource", plural);
        request.set("requestKind", kind);
        request.set("requestResource", plural);
        if (!name.isEmpty()) {
            request.put("name", name);
        }
        if (!subject.namespace().isEmpty()) {
            request.put("namespace", subject.namespace());
        }
        request.put("operation", subject.operation());
        ObjectNode user = request.putObject("userInfo");
        if (!subject.user().isEmpty()) {
            user.put("username", subject.user());
        }
        if (!subject.groups().isEmpty()) {
            subject.groups().forEach(user.putArray("groups")::add);
        }
        request.put("dryRun", true);
        options(subject.operation()).ifPresent(options -> request.putObject("options")
                .put("kind", options)
                .put("apiVersion", "meta.k8s.io/v1")
                .putArray("dryRun")
                .add("All"));
        return request;
    }

    private static Optional<String> options(String operation) {
        return switch (operation) {
            case "CREATE" -> Optional.of("CreateOptions");
            case "UPDATE" -> Optional.of("UpdateOptions");
            case "DELETE" -> Optional.of("DeleteOptions");
            default -> Optional.empty();
        };
    }

    /** The namespace of the subject; missing for what has none. */
    static JsonNode namespace(PolicySubject subject) {
        if (subject.namespace().isEmpty()) {
            return MissingNode.getInstance();
        }
        ObjectNode namespace = NODES.objectNode();
        ObjectNode metadata = namespace.putObject("metadata");
        metadata.put("name", subject.namespace());
        ObjectNode labels = metadata.putObject("labels");
        new TreeMap<>(MatchResources.namespaceLabels(subject)).forEach(labels::put);
        return namespace;
    }
}
