package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.spec.GoText;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Templates that run something themselves, with all known values put in. */
final class Leaf {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{\\s*=\\s*(.+?)\\s*}}");

    private Leaf() {}

    /** Only what runs something itself can be stopped after a while. */
    static void timeouts(Visited template) throws RefusedException {
        boolean leaf = Kind.encoded(template.json()).isLeaf();
        for (String field : List.of("timeout", "pendingTimeout")) {
            String text = Fields.text(template.json(), field);
            if (!text.isEmpty() && !leaf) {
                throw new RefusedException(template.at(field), "a template of this kind takes no " + field);
            }
            if (field.equals("timeout") && Duration.isWhole(text)) {
                throw new RefusedException(template.at(field), "the timeout \"" + text + "\" has no unit");
            }
        }
    }

    static void check(Visited template, Known known, Variables variables) throws RefusedException {
        JsonNode json = template.json();
        variables.check(json, GoText.TEMPLATE, known, template.at());
        if (Fields.has(json, "container")) {
            mounts(template);
            image(template, Kind.CONTAINER);
        }
        if (Fields.has(json, "containerSet")) {
            ContainerSet.check(template);
        }
        for (JsonNode sidecar : Fields.items(json, "sidecars")) {
            if (Vocabulary.isReservedContainer(Fields.text(sidecar, "name"))) {
                throw new RefusedException(
                        template.at("sidecars"), "Argo uses the name \"" + Fields.text(sidecar, "name") + "\" itself");
            }
        }
        if (Fields.has(json, "resource")) {
            resource(template);
        }
        if (Fields.has(json, "script")) {
            image(template, Kind.SCRIPT);
        }
        deadline(template);
        if (Fields.has(json, "parallelism")) {
            throw new RefusedException(template.at("parallelism"), "only steps and dag take parallelism");
        }
    }

    private static void mounts(Visited template) throws RefusedException {
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : Fields.items(template.json().path("container"), "volumeMounts")) {
            mount(Fields.text(mount, "mountPath"), paths, template.at("container", "volumeMounts"));
        }
        for (JsonNode artifact : Fields.items(template.json().path("inputs"), "artifacts")) {
            mount(Fields.text(artifact, "path"), paths, template.at("inputs", "artifacts"));
        }
    }

    static void mount(String path, Set<String> paths, JsonPointer at) throws RefusedException {
        if (!paths.add(path)) {
            throw new RefusedException(at, "something is already mounted at \"" + path + "\"");
        }
    }

    private static void image(Visited template, Kind kind) throws RefusedException {
        boolean none = Fields.text(template.json().path(kind.field()), "image").isEmpty();
        if (none && !template.base().hasDefaultImage(kind)) {
            throw new RefusedException(template.at(kind.field()), "the " + kind.field() + " has no image");
        }
    }

    private static void resource(Visited template) throws RefusedException {
        JsonNode resource = template.json().path("resource");
        JsonPointer at = template.at("resource");
        String action = Fields.text(resource, "action");
        if (!Placeholders.is(action) && !Vocabulary.RESOURCE_ACTIONS.contains(action)) {
            throw new RefusedException(at, "\"" + action + "\" is no action on a resource");
        }
        if (action.equals("delete") || action.equals("get")) {
            return;
        }
        String manifest = Fields.text(resource, "manifest");
        boolean from = Fields.has(resource, "manifestFrom");
        if (manifest.isEmpty() == !from) {
            throw new RefusedException(at, "the template needs either manifest or manifestFrom");
        }
        String artifact = Fields.text(resource.path("manifestFrom").path("artifact"), "name");
        if (from && Fields.has(resource.path("manifestFrom"), "artifact") && !hasInput(template.json(), artifact)) {
            throw new RefusedException(at, "there is no input artifact \"" + artifact + "\" for manifestFrom");
        }
        if (!manifest.isEmpty() && !Placeholders.is(manifest) && !isYaml(manifest)) {
            throw new RefusedException(template.at("resource", "manifest"), "the manifest is not YAML");
        }
    }

    private static boolean hasInput(JsonNode template, String artifact) {
        return Fields.items(template.path("inputs"), "artifacts").stream()
                .anyMatch(input -> Fields.text(input, "name").equals(artifact));
    }

    private static boolean isYaml(String manifest) {
        String text = EXPRESSION.matcher(manifest).replaceAll(Placeholders.PREFIX + "0");
        return new YamlReader().read(text).problems().isEmpty();
    }

    private static void deadline(Visited template) throws RefusedException {
        JsonNode deadline = template.json().path("activeDeadlineSeconds");
        if (deadline.isMissingNode() || deadline.isNull()) {
            return;
        }
        String text = deadline.asText();
        boolean whole = deadline.isNumber() || Duration.isWhole(text);
        boolean later = (text.startsWith("{{") && text.endsWith("}}")) || Placeholders.is(text);
        if ((!whole && !later) || (whole && text.startsWith("-") && !text.matches("-0+"))) {
            throw new RefusedException(
                    template.at("activeDeadlineSeconds"),
                    "activeDeadlineSeconds is no whole number that is not negative: \"" + text + "\"");
        }
    }
}
