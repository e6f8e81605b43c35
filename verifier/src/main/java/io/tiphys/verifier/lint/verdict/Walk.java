package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.verifier.lint.spec.GoText;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes from call to call. Each template is looked into once, at its first call, with the values of that call; at others
 * only what a call must give is looked at.
 */
final class Walk {
    /** Calls inside calls; so deep that only a program writes it, and not deeper than a thread can go. */
    private static final int DEEPEST = 250;

    private static final List<String> RETRIES =
            List.of("retries", "lastRetry.exitCode", "lastRetry.status", "lastRetry.duration", "lastRetry.message");

    private final Base own;
    private final Map<String, String> globals = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Visited> kept = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> names = new HashMap<>();
    private final Placeholders placeholders = new Placeholders();
    private final Variables variables;
    private int depth;

    /**
     * A walk that has seen nothing.
     *
     * @param stored whether callers bring the values of the workflow
     */
    Walk(Base own, boolean stored) {
        this.own = own;
        this.variables = new Variables(globals, stored);
    }

    /** Values that all templates see. */
    Map<String, String> globals() {
        return globals;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    Variables variables() {
        return variables;
    }

    /** Something for each input of a template. */
    Arguments anything() {
        return Arguments.placeholders(placeholders);
    }

    /**
     * Follows a call.
     *
     * @param call what names the template: a step, a task, or something like them
     * @param at its place
     * @param base where names are looked up
     * @return the template; nothing where only a run knows it
     * @throws TooDeepException where calls are inside calls without end
     */
    Optional<Visited> follow(JsonNode call, JsonPointer at, Base base, Arguments arguments) throws RefusedException {
        Optional<Visited> found = find(call, at, base);
        if (found.isPresent()) {
            Visited template = found.get();
            if (++depth > DEEPEST) {
                throw new TooDeepException();
            }
            JsonNode retry = template.json().path("retryStrategy");
            String policy = Fields.text(retry, "retryPolicy");
            if (!policy.isEmpty() && !Vocabulary.RETRY_POLICIES.contains(policy)) {
                throw new RefusedException(
                        template.at("retryStrategy", "retryPolicy"), "\"" + policy + "\" is no retry policy");
            }
            look(template, arguments, at);
            depth--;
        }
        return found;
    }

    private Optional<Visited> find(JsonNode call, JsonPointer at, Base base) throws RefusedException {
        String name = Fields.text(call, "template");
        boolean referred = Fields.has(call, "templateRef");
        JsonNode reference = call.path("templateRef");
        if (referred) {
            for (String field : List.of("name", "template")) {
                if (Fields.text(reference, field).isEmpty()) {
                    throw new RefusedException(at.appendProperty("templateRef"), "templateRef has no " + field);
                }
            }
            if (!name.isEmpty()) {
                throw new RefusedException(at, "it has both template and templateRef");
            }
            if (hasTags(reference)) {
                return Optional.empty();
            }
        } else if (!name.isEmpty() && local(name, base, at).isEmpty()) {
            throw new RefusedException(at.appendProperty("template"), "there is no template \"" + name + "\"");
        }
        Optional<Visited> found = resolved(call, at, base);
        if (found.isPresent() && Kind.of(found.get().json()) == Kind.UNKNOWN) {
            throw new RefusedException(found.get().at(), "the template does nothing: it has none of its kinds");
        }
        return found;
    }

    private static boolean hasTags(JsonNode reference) {
        for (JsonNode field : reference) {
            Optional<List<String>> tags =
                    Tags.of(JsonNodeFactory.instance.objectNode().set("name", field), GoText.TEMPLATE);
            if (tags.isEmpty() || tags.get().stream().anyMatch(tag -> !tag.startsWith("="))) {
                return true;
            }
        }
        return false;
    }

    /** What is found outside the object is kept under the name of the call, and found again by it. */
    private Optional<Visited> resolved(JsonNode call, JsonPointer at, Base base) throws RefusedException {
        JsonNode reference = call.path("templateRef");
        boolean referred = Fields.has(call, "templateRef");
        boolean inline = Fields.has(call, "inline");
        String key;
        if (referred) {
            String scope = reference.path("clusterScope").asBoolean() ? "cluster" : "namespaced";
            key = scope + "/" + Fields.text(reference, "name") + "/" + Fields.text(reference, "template");
        } else if (base.own()) {
            return fresh(call, at, base);
        } else {
            key = base.key() + (inline ? "/inline/" + Fields.text(call, "name") : "/" + Fields.text(call, "template"));
        }
        Visited known = kept.get(key);
        if (known != null) {
            return Optional.of(new Visited(known.base(), known.json(), at));
        }
        Optional<Visited> found = fresh(call, at, base);
        if (found.isPresent()) {
            kept.put(key, found.get());
            keepInline(found.get());
        }
        return found;
    }

    private void keepInline(Visited template) {
        if (template.base().own()) {
            return;
        }
        String prefix = template.base().key() + "/inline/";
        for (JsonNode group : Fields.items(template.json(), "steps")) {
            Fields.items(group).forEach(step -> keepInline(prefix, step, template));
        }
        Fields.items(template.json().path("dag"), "tasks").forEach(task -> keepInline(prefix, task, template));
    }

    private void keepInline(String prefix, JsonNode call, Visited template) {
        if (Fields.has(call, "inline")) {
            kept.putIfAbsent(
                    prefix + Fields.text(call, "name"),
                    new Visited(template.base(), call.path("inline"), template.at()));
        }
    }

    private Optional<Visited> fresh(JsonNode call, JsonPointer at, Base base) throws RefusedException {
        if (Fields.has(call, "inline")) {
            JsonPointer place = base.own() ? at.appendProperty("inline") : at;
            return Optional.of(new Visited(base, call.path("inline"), place));
        }
        if (Fields.has(call, "templateRef")) {
            return stored(call.path("templateRef"), at.appendProperty("templateRef"));
        }
        String name = Fields.text(call, "template");
        if (name.isEmpty()) {
            throw new RefusedException(at, "it calls no template");
        }
        return local(name, base, at);
    }

    private Optional<Visited> stored(JsonNode reference, JsonPointer at) throws RefusedException {
        boolean cluster = reference.path("clusterScope").asBoolean();
        String name = Fields.text(reference, "name");
        String template = Fields.text(reference, "template");
        Optional<Spec> spec = own.spec().registry().find(cluster, own.spec().namespace(), name);
        if (spec.isEmpty()) {
            String kind = cluster ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
            throw new RefusedException(at, "there is no " + kind + " \"" + name + "\" among the files");
        }
        Optional<Visited> found = named(template, Base.stored(spec.get(), cluster), at);
        if (found.isEmpty() && !template.contains(Placeholders.PREFIX)) {
            throw new RefusedException(at, "\"" + name + "\" has no template \"" + template + "\"");
        }
        return found;
    }

    /** In the object that is judged, names of templates of others that were found before count too. */
    private Optional<Visited> local(String name, Base base, JsonPointer at) {
        Optional<Visited> found = named(name, base, at);
        return found.isPresent() || !base.own()
                ? found
                : kept.values().stream()
                        .filter(template -> template.name().equals(name))
                        .findFirst()
                        .map(template -> new Visited(base, template.json(), at));
    }

    private Optional<Visited> named(String name, Base base, JsonPointer at) {
        Integer index = names.computeIfAbsent(base.key(), key -> Fields.indexes(base.json(), "templates"))
                .get(name);
        if (index == null) {
            return Optional.empty();
        }
        JsonNode template = withPodMetadata(
                base.json().path("templates").path(index), base.json().path("podMetadata"));
        return Optional.of(new Visited(base, template, base.own() ? base.at(index) : at));
    }

    private static JsonNode withPodMetadata(JsonNode template, JsonNode podMetadata) {
        if (!template.isObject() || !podMetadata.isObject() || podMetadata.isEmpty()) {
            return template;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.setAll((ObjectNode) template);
        ObjectNode metadata = result.path("metadata").isObject()
                ? result.path("metadata").deepCopy()
                : JsonNodeFactory.instance.objectNode();
        for (String field : List.of("annotations", "labels")) {
            if (podMetadata.path(field).isObject() && !podMetadata.path(field).isEmpty()) {
                ObjectNode merged = podMetadata.path(field).deepCopy();
                if (metadata.path(field).isObject()) {
                    merged.setAll((ObjectNode) metadata.path(field));
                }
                metadata.set(field, merged);
            }
        }
        result.set("metadata", metadata);
        return result;
    }

    private Map<String, String> values(Visited template) {
        Map<String, String> values = new HashMap<>(globals);
        if (Kind.of(template.json()).isPod()) {
            values.put("pod.name", placeholders.next());
        }
        if (Fields.has(template.json(), "retryStrategy")) {
            RETRIES.forEach(name -> values.put(name, placeholders.next()));
        }
        return values;
    }

    private void look(Visited template, Arguments arguments, JsonPointer call) throws RefusedException {
        String key = template.base().key() + template.name();
        boolean first = !seen.contains(key);
        if (first) {
            Inputs.check(template);
        } else {
            Inputs.kind(template);
        }
        boolean again = !first && !Fields.text(template.json(), "timeout").contains("{{");
        if (again) {
            Filled.supplied(template, arguments, call);
            return;
        }
        JsonNode json = Filled.of(template, arguments, () -> values(template), call);
        Visited filled = new Visited(template.base(), json, template.at());
        Leaf.timeouts(filled);
        if (!seen.add(key)) {
            return;
        }
        Known known = Inputs.known(template);
        switch (Kind.encoded(filled.json())) {
            case STEPS -> new Steps(this, filled, known).check();
            case DAG -> new Dag(this, filled, known).check();
            default -> Leaf.check(filled, known, variables);
        }
        new Outputs(filled, known, variables).check();
        Metrics.check(filled);
    }
}
