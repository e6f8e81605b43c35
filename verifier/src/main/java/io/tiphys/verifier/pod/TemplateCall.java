package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A template that is run, and by whom.
 *
 * @param template its name; empty if it is inline
 * @param scope who calls it: {@code local/workflow}, {@code namespaced/name}, {@code cluster/name}
 * @param templateRef the reference by which it is called, if by one
 * @param boundary the steps or dag template that calls it, if one does
 * @param parameters the arguments' values, as far as they are known; tags that are not stay in braces
 * @param artifacts the arguments' artifacts
 * @param onExit whether it is an exit handler
 * @param reached whether the entrypoint leads to it
 */
public record TemplateCall(
        String template,
        String scope,
        Optional<JsonNode> templateRef,
        Optional<JsonNode> boundary,
        Map<String, String> parameters,
        List<JsonNode> artifacts,
        boolean onExit,
        boolean reached,
        ObjectNode definition,
        JsonNode podMetadata) {

    public TemplateCall {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        artifacts = List.copyOf(artifacts);
    }

    static TemplateCall agent(String scope) {
        return new TemplateCall(
                "",
                scope,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                false,
                true,
                Json.object(),
                Json.object());
    }

    /** The name of the calling template, or empty. */
    public String boundaryName() {
        return boundary.map(Json::name).orElse("");
    }

    /** The same call with other values of parameters. */
    public TemplateCall withParameters(Map<String, String> values) {
        Map<String, String> merged = new TreeMap<>(parameters);
        merged.putAll(values);
        return new TemplateCall(
                template, scope, templateRef, boundary, merged, artifacts, onExit, reached, definition, podMetadata);
    }
}
