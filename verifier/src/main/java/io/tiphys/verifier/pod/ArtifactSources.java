package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows an artifact that is handed on to the one who makes it: where that one says to keep it, it is fetched. One that is
 * kept in the repository has a key there that only the run knows.
 */
final class ArtifactSources {
    private static final Pattern OUTPUT =
            Pattern.compile("\\{\\{\\s*(?:steps|tasks)\\.([^.{}]+)\\.outputs\\.artifacts\\.([^{}]+?)\\s*}}");
    private static final Pattern INPUT = Pattern.compile("\\{\\{\\s*inputs\\.artifacts\\.([^{}]+?)\\s*}}");
    private static final int DEEPEST = 20;

    private final Targets targets;

    ArtifactSources(Targets targets) {
        this.targets = targets;
    }

    /** Finds what a step or task calls; nothing if that is not known. */
    interface Targets {
        Optional<Target> of(JsonNode step, Workflow.Owner owner);
    }

    /** A template and who has it. */
    record Target(JsonNode definition, Workflow.Owner owner) {}

    /**
     * The argument with the place of the artifact that it hands on, if that is known.
     *
     * @param template the steps or dag template in which the argument stands, and its owner
     * @param inputs the artifacts that this template got
     */
    JsonNode resolve(JsonNode argument, Target template, List<JsonNode> inputs) {
        JsonNode source = source(argument, template, inputs, 0).orElse(Json.object());
        ObjectNode result = null;
        for (String kind : ArgumentJoin.LOCATIONS) {
            if (source.has(kind)) {
                result = result == null ? Json.copy(argument) : result;
                result.set(kind, source.path(kind));
            }
        }
        return result == null ? argument : result;
    }

    private Optional<JsonNode> source(JsonNode artifact, Target template, List<JsonNode> inputs, int depth) {
        String from = artifact.path("from").asText("");
        if (from.isEmpty()) {
            return depth == 0 ? Optional.empty() : Optional.of(artifact);
        }
        Matcher input = INPUT.matcher(from);
        if (input.matches()) {
            return Json.named(Json.list(inputs), input.group(1));
        }
        Matcher output = OUTPUT.matcher(from);
        if (!output.matches() || depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<Target> maker = Json.named(
                        Json.list(CallOrder.of(template.definition()).steps()), output.group(1))
                .flatMap(step -> targets.of(step, template.owner()));
        return maker.flatMap(
                found -> Json.named(found.definition().path("outputs").path("artifacts"), output.group(2))
                        .flatMap(made -> source(made, found, List.of(), depth + 1)));
    }
}
