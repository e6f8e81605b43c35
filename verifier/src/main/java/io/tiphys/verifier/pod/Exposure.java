package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.expr.Expression;
import io.tiphys.verifier.expr.References;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A field of a pod that whoever submits the workflow decides: the value of a parameter reaches it, through whatever
 * arguments.
 *
 * @param pod the pod, in which the parameter stands as a tag
 * @param pointer the field
 * @param parameter the name of the workflow's parameter
 */
public record Exposure(EffectivePod pod, JsonPointer pointer, String parameter) {
    private static final String PREFIX = "workflow.parameters.";
    /** Where a free value is worth a word: what runs, as whom, with what, and where. */
    private static final Pattern SENSITIVE =
            Pattern.compile("/spec/(?:[a-z]*[cC]ontainers/[0-9]+/(?:image|command(?:/.*)?"
                    + "|args(?:/.*)?|securityContext/.*|resources/.*)|securityContext/.*|volumes/[0-9]+/hostPath/.*"
                    + "|nodeSelector/.*|affinity/.*|tolerations/.*|nodeName|priorityClassName|schedulerName|serviceAccountName"
                    + "|host[A-Z][A-Za-z]+)");

    /** What a finding says of it. */
    public String message() {
        String field = pointer.toString();
        return "`" + field.substring("/spec/".length()).replace('/', '.') + "` of the pod of `"
                + pod.call().template() + "` comes from the parameter `" + parameter
                + "`, which anybody who submits can set";
    }

    /**
     * The fields that parameters of the workflow decide. A parameter with an enum is not free: the controller refuses other
     * values.
     */
    public static List<Exposure> of(Manifest manifest, Lookup lookup, ControllerConfig config) {
        Run run = Run.UNKNOWN;
        for (JsonNode parameter :
                manifest.json().at(manifest.specPointer()).path("arguments").path("parameters")) {
            if (parameter.path("enum").isEmpty()) {
                String tag = PREFIX + Json.name(parameter);
                run = run.with(tag, "{{" + tag + "}}");
            }
        }
        List<Exposure> found = new ArrayList<>();
        if (!run.values().isEmpty()) {
            for (EffectivePod pod :
                    EffectivePods.of(manifest, lookup, config, run).pods()) {
                pod.undetermined().forEach((pointer, value) -> {
                    if (SENSITIVE.matcher(pointer.toString()).matches()) {
                        parameters(value.tags(), pod.inputs(), 0)
                                .forEach(name -> found.add(new Exposure(pod, pointer, name)));
                    }
                });
            }
        }
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
