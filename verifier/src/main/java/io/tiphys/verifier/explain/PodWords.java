package io.tiphys.verifier.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.pod.EffectivePod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a pod in a few words each. */
final class PodWords {
    /** Tags whose values every run has, and that tell nothing about the template. */
    private static final List<String> OF_ANY_RUN = List.of(
            "workflow.name", "workflow.namespace", "workflow.uid", "workflow.priority", "pod.name", "node.name");

    private static final Pattern CONTAINER = Pattern.compile("(/spec/[a-zA-Z]*ontainers/[0-9]+)(/.*)");

    private PodWords() {}

    /** A place in a pod as people write it: {@code containers.1.image}. */
    static String place(String pointer) {
        return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    /** {@code request/limit} of a resource; {@code -} for what is not set. */
    static String resource(JsonNode container, String name) {
        String request = container.path("resources").path("requests").path(name).asText("-");
        String limit = container.path("resources").path("limits").path(name).asText("-");
        return request.equals("-") && limit.equals("-") ? "-" : request + "/" + limit;
    }

    /** All resources but processor, memory and disk: what device plugins count. */
    static String devices(JsonNode container) {
        Set<String> names = new TreeSet<>();
        for (String side : List.of("requests", "limits")) {
            container.path("resources").path(side).fieldNames().forEachRemaining(names::add);
        }
        names.removeIf(name -> !name.contains("/"));
        List<String> words = names.stream()
                .map(name -> name + " " + resource(container, name))
                .toList();
        return words.isEmpty() ? "-" : String.join(", ", words);
    }

    /** As whom a container runs, and what it may. */
    static String security(JsonNode spec, JsonNode container) {
        JsonNode own = container.path("securityContext");
        JsonNode ofPod = spec.path("securityContext");
        List<String> words = new ArrayList<>();
        String user = own.path("runAsUser").asText(ofPod.path("runAsUser").asText(""));
        boolean nonRoot =
                own.path("runAsNonRoot").asBoolean(ofPod.path("runAsNonRoot").asBoolean(false));
        words.add(!user.isEmpty() ? "uid " + user : nonRoot ? "not root" : "user of the image");
        if (own.path("privileged").asBoolean()) {
            words.add("privileged");
        }
        if (own.path("allowPrivilegeEscalation").isBoolean()
                && !own.path("allowPrivilegeEscalation").booleanValue()) {
            words.add("no escalation");
        }
        if (own.path("capabilities").path("drop").toString().contains("\"ALL\"")) {
            words.add("drops ALL");
        }
        if (own.path("readOnlyRootFilesystem").asBoolean()) {
            words.add("root read-only");
        }
        return String.join(", ", words);
    }

    /** Where the author's volumes are mounted in a container. */
    static List<String> mounts(JsonNode spec, JsonNode container, Set<String> argos) {
        List<String> words = new ArrayList<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            String name = mount.path("name").asText();
            if (!argos.contains(name)) {
                words.add(mount.path("mountPath").asText() + " = " + volume(spec, name)
                        + (mount.path("readOnly").asBoolean() ? " (read-only)" : ""));
            }
        }
        return words;
    }

    private static String volume(JsonNode spec, String name) {
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                for (Map.Entry<String, JsonNode> source : volume.properties()) {
                    if (!source.getKey().equals("name")) {
                        return (name + ": " + source.getKey() + " " + detail(source.getValue())).strip();
                    }
                }
            }
        }
        return name;
    }

    private static String detail(JsonNode source) {
        for (String field : List.of("path", "claimName", "secretName", "name", "sizeLimit", "server", "driver")) {
            if (source.path(field).isTextual()) {
                return source.path(field).asText();
            }
        }
        return "";
    }

    /** Where the pod may run, and as whom. */
    static List<String> placement(JsonNode spec) {
        List<String> words = new ArrayList<>();
        spec.path("nodeSelector")
                .properties()
                .forEach(entry -> words.add("on nodes with " + entry.getKey() + "="
                        + entry.getValue().asText()));
        for (JsonNode toleration : spec.path("tolerations")) {
            String value = toleration.path("value").asText();
            String effect = toleration.path("effect").asText();
            words.add("tolerates " + toleration.path("key").asText("everything") + (value.isEmpty() ? "" : "=" + value)
                    + (effect.isEmpty() ? "" : ":" + effect));
        }
        if (!spec.path("affinity").isEmpty()) {
            words.add("affinity " + spec.path("affinity"));
        }
        for (String field :
                List.of("nodeName", "schedulerName", "priorityClassName", "runtimeClassName", "serviceAccountName")) {
            if (spec.path(field).isTextual()) {
                words.add(field + " " + spec.path(field).asText());
            }
        }
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (spec.path(field).asBoolean()) {
                words.add(field);
            }
        }
        return words;
    }

    /** The fields that depend on more than the run's name; not those of Argo's own containers and variables. */
    static List<String> undetermined(EffectivePod pod) {
        Set<String> words = new LinkedHashSet<>();
        pod.undetermined().forEach((pointer, value) -> {
            String place = pointer.toString();
            boolean open = !OF_ANY_RUN.containsAll(value.tags())
                    && value.tags().stream().noneMatch(tag -> tag.startsWith("trace."));
            Matcher container = CONTAINER.matcher(place);
            if (open && container.matches()) {
                String name = pod.pod().at(container.group(1)).path("name").asText();
                boolean argos = name.equals("wait")
                        || name.equals("init")
                        || pod.pod().at(pointer.head()).path("name").asText().startsWith("ARGO_");
                if (!argos) {
                    words.add(name + ": " + place(container.group(2)) + " = " + value.text());
                }
            } else if (open && place.startsWith("/spec/")) {
                words.add(place(place.substring("/spec".length())) + " = " + value.text());
            }
        });
        return List.copyOf(words);
    }
}
