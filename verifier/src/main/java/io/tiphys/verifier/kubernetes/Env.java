package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.cel.NameFormats;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.typed.Quantities;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables. */
final class Env {
    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
    private static final Set<String> PATHS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    /** The old name of spec.nodeName. */
    private static final String OLD_NODE = "spec.host";

    private static final Pattern ENTRY = Pattern.compile("metadata\\.(labels|annotations)\\['(.*)'\\]", Pattern.DOTALL);
    private static final Set<String> RESOURCES = Set.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");
    private static final Set<String> SHARES = Set.of("1m", "1");
    private static final Set<String> SIZES =
            Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private Env() {}

    static void check(Node container, Map<String, Node> volumes, Problems problems) {
        for (Node variable : container.items("env")) {
            if (problems.required(variable, "name") && !Forms.isEnvName(variable.text("name"))) {
                problems.add(
                        KubernetesRules.ENV,
                        variable.get("name"),
                        "\"" + variable.text("name") + "\" is no name of a variable: printable ASCII without '='");
            }
            if (variable.has("valueFrom")) {
                source(variable, volumes, problems);
            }
        }
        for (Node from : container.items("envFrom")) {
            if (from.hasContent("prefix") && !Forms.isEnvName(from.text("prefix"))) {
                problems.add(
                        KubernetesRules.ENV,
                        from.get("prefix"),
                        "\"" + from.text("prefix") + "\" begins no name of a variable");
            }
            problems.oneOf(KubernetesRules.ENV, from, List.of("configMapRef", "secretRef"), "the entry of envFrom");
            for (String reference : List.of("configMapRef", "secretRef")) {
                if (from.has(reference) && problems.required(from.get(reference), "name")) {
                    problems.name(
                            KubernetesRules.ENV,
                            from.get(reference),
                            "name",
                            name -> Names.dns1123Subdomain(NameFormats.asPrefix(name)));
                }
            }
        }
    }

    private static void source(Node variable, Map<String, Node> volumes, Problems problems) {
        Node from = variable.get("valueFrom");
        if (variable.hasContent("value")) {
            problems.add(KubernetesRules.ENV, from, "the variable has value and valueFrom; only one is allowed");
        }
        problems.oneOf(KubernetesRules.ENV, from, SOURCES, "valueFrom");
        for (String reference : List.of("configMapKeyRef", "secretKeyRef")) {
            if (from.has(reference)) {
                key(from.get(reference), problems);
            }
        }
        if (from.has("fieldRef")) {
            field(from.get("fieldRef"), PATHS, problems);
        }
        if (from.has("resourceFieldRef")) {
            resource(from.get("resourceFieldRef"), problems);
        }
        if (from.has("fileKeyRef")) {
            file(from.get("fileKeyRef"), volumes, problems);
        }
    }

    private static void key(Node reference, Problems problems) {
        if (problems.required(reference, "name")) {
            problems.name(KubernetesRules.ENV, reference, "name", Names::dns1123Subdomain);
        }
        if (problems.required(reference, "key") && !Forms.isFileKey(reference.text("key"))) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("key"),
                    "\"" + reference.text("key") + "\" is no key of a ConfigMap or Secret");
        }
    }

    private static void file(Node reference, Map<String, Node> volumes, Problems problems) {
        if (problems.required(reference, "key") && !Forms.isEnvName(reference.text("key"))) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("key"),
                    "\"" + reference.text("key") + "\" is no name of a variable: printable ASCII without '='");
        }
        if (problems.required(reference, "path") && Forms.leadsOut(reference.text("path"))) {
            problems.add(
                    KubernetesRules.ENV, reference.get("path"), "\"" + reference.text("path") + "\" contains '..'");
        }
        if (!problems.required(reference, "volumeName")) {
            return;
        }
        Node volume = volumes.get(reference.text("volumeName"));
        boolean empty =
                volume != null && (volume.has("emptyDir") || volume.json().size() == 1);
        if (!empty) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("volumeName"),
                    "\"" + reference.text("volumeName") + "\" is no volume of the kind emptyDir");
        }
    }

    /** A field of the pod that containers can see. */
    static void field(Node reference, Set<String> allowed, Problems problems) {
        problems.choice(reference, "apiVersion", List.of("v1"));
        if (!problems.required(reference, "fieldPath")) {
            return;
        }
        String path = reference.text("fieldPath");
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            String key = entry.group(2);
            problems.addAll(
                    KubernetesRules.ENV,
                    reference.get("fieldPath"),
                    Names.qualifiedName(entry.group(1).equals("labels") ? key : key.toLowerCase(Locale.ROOT)));
            return;
        }
        boolean old = path.equals(OLD_NODE) && allowed.contains("spec.nodeName");
        if (!old && !allowed.contains(path)) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("fieldPath"),
                    "\"" + path
                            + "\" cannot be read here; allowed are metadata.labels['<key>'], metadata.annotations['<key>'] and "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
    }

    /** A request or limit of a container that it can see. */
    static void resource(Node reference, Problems problems) {
        if (!problems.required(reference, "resource")) {
            return;
        }
        String resource = reference.text("resource");
        boolean pages = resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
        if (!pages && !RESOURCES.contains(resource)) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("resource"),
                    "\"" + resource + "\" cannot be read; allowed are "
                            + String.join(", ", RESOURCES.stream().sorted().toList())
                            + " and those of huge pages");
            return;
        }
        JsonNode divisor = reference.json().path("divisor");
        Set<String> units = resource.endsWith(".cpu") ? SHARES : SIZES;
        String unit = Quantities.canonical(divisor.asText("0")).orElse("0");
        boolean unset = Amounts.of(divisor).map(amount -> amount.signum() == 0).orElse(true);
        if (!unset && !units.contains(unit)) {
            problems.add(
                    KubernetesRules.ENV,
                    reference.get("divisor"),
                    "the divisor is " + divisor.asText() + "; allowed for " + resource + " are "
                            + String.join(", ", units.stream().sorted().toList()));
        }
    }
}
