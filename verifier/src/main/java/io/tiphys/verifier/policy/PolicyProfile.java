package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.load.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A facility's choice of rules, and their parameters.
 *
 * @param name its name
 * @param params the ConfigMap that the bindings refer to
 * @param bindings bindings of its own, besides those of the policies' files
 */
public record PolicyProfile(String name, Manifest params, List<Manifest> bindings) {

    public PolicyProfile {
        bindings = List.copyOf(bindings);
    }

    /** Ids of the rules that are on: the words of {@code data.rules}. */
    public Set<String> rules() {
        return Set.copyOf(words("rules"));
    }

    /**
     * Examples of a value that the facility provides, and vouches for.
     *
     * @param key for a ConfigMap's value {@code configMap.<name>.<key>}
     * @return one example for each line; nothing where the profile says nothing of it
     */
    public Optional<List<String>> examples(String key) {
        JsonNode value = params.json().path("data").path(key);
        return value.isTextual()
                ? Optional.of(value.textValue()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                : Optional.empty();
    }

    private List<String> words(String key) {
        return params.json()
                .path("data")
                .path(key)
                .asText("")
                .lines()
                .flatMap(line -> List.of(line.split("[,\\s]+")).stream())
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
