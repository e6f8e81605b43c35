package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.expr.Expression;
import io.tiphys.verifier.expr.References;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A field of a pod that whoever submits the workflow decides: the value of a parameter reaches it, through whatever
 * arguments.
 *
 * @param pod the pod, in which the parameter stands as a tag
 * @param pointer the field
 * @param parameter the name of the parameter
 * @param entrypoint the template that declares it, where the workflow starts; empty if the workflow does
 */
public record Exposure(EffectivePod pod, JsonPointer pointer, String parameter, String entrypoint) {
    private static final String PREFIX = "workflow.parameters.";
    /** Can be read as a number and as a text, and nobody writes it. */
    private static final String MARK = "7919";
    /** So many parameters are tried one by one. */
    private static final int MOST_TRIED = 24;

    /** Where a free value is worth a word: what runs, as whom, with what, and where. */
    private static final Pattern SENSITIVE =
            Pattern.compile("/spec/(?:[a-z]*[cC]ontainers/[0-9]+/(?:image|command(?:/.*)?"
                    + "|args(?:/.*)?|securityContext/.*|resources/.*)|securityContext/.*|volumes/[0-9]+/hostPath/.*"
                    + "|nodeSelector/.*|affinity/.*|tolerations/.*|nodeName|priorityClassName|schedulerName|serviceAccountName"
                    + "|host[A-Z][A-Za-z]+)");

    /** Without the pod, which is large. */
    @Override
    public int hashCode() {
        return Objects.hash(pointer, parameter, entrypoint);
    }

    /** What a finding says of it. */
    public String message() {
        return "`" + place() + "` of the pod of `" + pod.call().template() + "` " + comesFrom();
    }

    /** What a finding on this field adds: where its value comes from. */
    public String addition() {
        String field = pointer.toString();
        return "; `" + field.substring(field.lastIndexOf('/') + 1) + "` " + comesFrom();
    }

    private String place() {
        return pointer.toString().substring("/spec/".length()).replace('/', '.');
    }

    private String comesFrom() {
        return "comes from the parameter `" + parameter + "`" + (entrypoint.isEmpty() ? "" : " of `" + entrypoint + "`")
                + ", which anybody who submits can set";
    }

    /**
     * The fields that parameters of the workflow decide, or inputs of the template where it starts. A parameter with an enum
     * is not free, and one that a ConfigMap gives is the facility's.
     */
    public static List<Exposure> of(Manifest manifest, Lookup lookup, ControllerConfig config) {
        Map<String, String> free = free(manifest.json().at(manifest.specPointer()));
        Run run = Run.UNKNOWN;
        for (String name : free.keySet()) {
            run = run.with(PREFIX + name, "{{" + PREFIX + name + "}}");
        }
        Set<Exposure> found = new LinkedHashSet<>();
        if (!free.isEmpty()) {
            for (EffectivePod pod :
                    EffectivePods.of(manifest, lookup, config, run).pods()) {
                pod.undetermined().forEach((pointer, value) -> {
                    if (SENSITIVE.matcher(pointer.toString()).matches()) {
                        parameters(value.tags(), pod.inputs(), 0).stream()
                                .filter(free::containsKey)
                                .forEach(name ->
                                        found.add(new Exposure(pod, pointer, name, free.getOrDefault(name, ""))));
                    }
                });
            }
            if (manifest.json().toString().contains("{{=")) {
                found.addAll(tried(manifest, lookup, config, free, found));
            }
        }
        return List.copyOf(found);
    }

    /** The free parameters; each with the entrypoint that declares it, or nothing if the workflow does. */
    private static Map<String, String> free(JsonNode spec) {
        Map<String, String> free = new TreeMap<>();
        Set<String> declared = new TreeSet<>();
        for (JsonNode parameter : spec.path("arguments").path("parameters")) {
            declared.add(Json.name(parameter));
            if (isFree(parameter)) {
                free.put(Json.name(parameter), "");
            }
        }
        String entrypoint = spec.path("entrypoint").asText();
        Json.named(spec.path("templates"), entrypoint).ifPresent(template -> {
            for (JsonNode parameter : template.path("inputs").path("parameters")) {
                if (isFree(parameter) && declared.add(Json.name(parameter))) {
                    free.put(Json.name(parameter), entrypoint);
                }
            }
        });
        return free;
    }

    private static boolean isFree(JsonNode parameter) {
        return parameter.path("enum").isEmpty() && !parameter.path("valueFrom").has("configMapKeyRef");
    }

    /** What changes when one parameter has another value: so expressions in the arguments of calls are followed too. */
    private static List<Exposure> tried(
            Manifest manifest, Lookup lookup, ControllerConfig config, Map<String, String> free, Set<Exposure> known) {
        List<Exposure> found = new ArrayList<>();
        List<EffectivePod> before = EffectivePods.of(manifest, lookup, config).pods();
        free.entrySet().stream().limit(MOST_TRIED).forEach(parameter -> {
            Run run = Run.UNKNOWN.with(PREFIX + parameter.getKey(), MARK);
            List<EffectivePod> after =
                    EffectivePods.of(manifest, lookup, config, run).pods();
            for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
                EffectivePod pod = before.get(i);
                for (JsonPointer pointer :
                        Differences.of(pod.pod(), after.get(i).pod())) {
                    boolean isNew = known.stream()
                            .noneMatch(exposure -> exposure.pointer().equals(pointer)
                                    && exposure.parameter().equals(parameter.getKey())
                                    && exposure.pod()
                                            .call()
                                            .template()
                                            .equals(pod.call().template()));
                    if (isNew && SENSITIVE.matcher(pointer.toString()).matches()) {
                        found.add(new Exposure(pod, pointer, parameter.getKey(), parameter.getValue()));
                    }
                }
            }
        });
        return found;
    }

    /** The parameters that tags lead to, those of expressions through the template's inputs. */
    private static Set<String> parameters(Collection<String> tags, Map<String, String> inputs, int depth) {
        Set<String> found = new TreeSet<>();
        for (String tag : tags) {
            if (tag.startsWith(PREFIX)) {
                found.add(tag.substring(PREFIX.length()));
            } else if (tag.startsWith("=")) {
                Expression.parse(tag.substring(1))
                        .syntax()
                        .ifPresent(syntax -> found.addAll(parameters(References.required(syntax), inputs, depth)));
            } else if (tag.startsWith("inputs.parameters.") && depth < 3) {
                String value = inputs.getOrDefault(tag.substring("inputs.parameters.".length()), "");
                found.addAll(parameters(Substitution.tags(value), inputs, depth + 1));
            }
        }
        return found;
    }
}
