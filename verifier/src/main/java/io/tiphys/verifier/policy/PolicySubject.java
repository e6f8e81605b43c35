package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What policies judge: an object that a client asks the API server to create, update or delete.
 *
 * @param object the object; missing when deleted
 * @param oldObject what is stored before an update or deletion; missing when created
 * @param resource what it is
 * @param operation {@code CREATE}, {@code UPDATE}, {@code DELETE} or {@code CONNECT}
 * @param namespace where it goes; empty if not namespaced
 * @param namespaceLabels labels of the namespace, besides the one with its name
 * @param user name of the user who asks; empty if not known
 * @param groups the user's groups
 * @param undetermined pointers of values that are not known before a run
 * @param examples values that the facility vouches for: placeholder without braces → examples of what it becomes
 */
public record PolicySubject(
        JsonNode object,
        JsonNode oldObject,
        ApiResource resource,
        String operation,
        String namespace,
        Map<String, String> namespaceLabels,
        String user,
        List<String> groups,
        Set<JsonPointer> undetermined,
        Map<String, List<String>> examples) {

    public PolicySubject {
        namespaceLabels = Map.copyOf(namespaceLabels);
        groups = List.copyOf(groups);
        undetermined = Set.copyOf(undetermined);
        examples = Map.copyOf(examples);
    }

    /** The creation of an object, in the namespace that it names or else {@code default}. */
    public static PolicySubject create(JsonNode object) {
        ApiResource resource = ApiResource.of(
                object.path("apiVersion").asText(), object.path("kind").asText());
        String namespace = resource.namespaced()
                ? object.path("metadata").path("namespace").asText("default")
                : "";
        return new PolicySubject(
                object,
                MissingNode.getInstance(),
                resource,
                "CREATE",
                namespace,
                Map.of(),
                "",
                List.of(),
                Set.of(),
                Map.of());
    }

    /** The same in a namespace with labels. */
    public PolicySubject inNamespace(String name, Map<String, String> labels) {
        return new PolicySubject(
                object, oldObject, resource, operation, name, labels, user, groups, undetermined, examples);
    }

    /** The same as another operation; for {@code DELETE} give a missing object. */
    public PolicySubject as(String newOperation, JsonNode newObject, JsonNode newOldObject) {
        return new PolicySubject(
                newObject,
                newOldObject,
                resource,
                newOperation,
                namespace,
                namespaceLabels,
                user,
                groups,
                undetermined,
                examples);
    }

    /** The same asked for by a user. */
    public PolicySubject by(String newUser, List<String> newGroups) {
        return new PolicySubject(
                object,
                oldObject,
                resource,
                operation,
                namespace,
                namespaceLabels,
                newUser,
                newGroups,
                undetermined,
                examples);
    }

    /** The same with values that are not known. */
    public PolicySubject withUndetermined(Set<JsonPointer> pointers, Map<String, List<String>> knownExamples) {
        return new PolicySubject(
                object,
                oldObject,
                resource,
                operation,
                namespace,
                namespaceLabels,
                user,
                groups,
                pointers,
                knownExamples);
    }

    PolicySubject withObject(JsonNode newObject, Set<JsonPointer> pointers) {
        return as(operation, newObject, oldObject).withUndetermined(pointers, examples);
    }

    /** {@code metadata.name} of the object, or of the stored one. */
    public String name() {
        JsonNode shown = object.isMissingNode() ? oldObject : object;
        return shown.path("metadata").path("name").asText("");
    }
}
