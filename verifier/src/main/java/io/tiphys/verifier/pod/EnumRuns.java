package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs that parameters with an enum make possible. The first one has the defaults, or the first value where there is no
 * default.
 *
 * @param tries what is tried: all combinations if they are few, else each value once
 * @param all how many combinations there are
 */
public record EnumRuns(List<Try> tries, long all) {
    private static final int MOST = 32;

    public EnumRuns {
        tries = List.copyOf(tries);
    }

    /**
     * One run.
     *
     * @param words how its values differ from the first run's, such as {@code size=large}
     */
    public record Try(Run run, String words) {}

    /** Those of a workflow and of the template where it starts. */
    public static EnumRuns of(Manifest manifest) {
        JsonNode spec = manifest.json().at(manifest.specPointer());
        Map<String, JsonNode> parameters = new TreeMap<>();
        collect(spec.path("arguments"), parameters);
        Json.named(spec.path("templates"), spec.path("entrypoint").asText())
                .ifPresent(template -> collect(template.path("inputs"), parameters));
        Run base = Run.UNKNOWN;
        long all = 1;
        List<Try> tries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> parameter : parameters.entrySet()) {
            JsonNode values = parameter.getValue().path("enum");
            if (defaultOf(parameter.getValue()).isEmpty()) {
                base = base.with(tag(parameter.getKey()), values.get(0).asText());
            }
            all = Math.min(all * values.size(), Integer.MAX_VALUE);
        }
        tries.add(new Try(base, ""));
        for (Map.Entry<String, JsonNode> parameter : parameters.entrySet()) {
            List<Try> from = all <= MOST ? List.copyOf(tries) : tries.subList(0, 1);
            List<Try> more = new ArrayList<>();
            for (Try each : from) {
                more.addAll(others(each, parameter.getKey(), parameter.getValue()));
            }
            tries.addAll(more);
        }
        return new EnumRuns(tries.subList(0, Math.min(tries.size(), MOST)), all);
    }

    /** Whether all combinations are tried. */
    public boolean isComplete() {
        return tries.size() == all;
    }

    private static List<Try> others(Try each, String name, JsonNode parameter) {
        JsonNode values = parameter.path("enum");
        String own = defaultOf(parameter);
        String base = own.isEmpty() ? values.get(0).asText() : own;
        List<Try> found = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.asText().equals(base)) {
                String words = name + "=" + value.asText();
                found.add(new Try(
                        each.run().with(tag(name), value.asText()),
                        each.words().isEmpty() ? words : each.words() + ", " + words));
            }
        }
        return found;
    }

    private static void collect(JsonNode declaring, Map<String, JsonNode> parameters) {
        for (JsonNode parameter : declaring.path("parameters")) {
            if (!parameter.path("enum").isEmpty()) {
                parameters.putIfAbsent(Json.name(parameter), parameter);
            }
        }
    }

    private static String defaultOf(JsonNode parameter) {
        String value = parameter.path("value").asText("");
        return value.isEmpty() ? parameter.path("default").asText("") : value;
    }

    private static String tag(String name) {
        return "workflow.parameters." + name;
    }
}
