package io.tiphys.verifier.explain;

import io.tiphys.model.index.SourceIndex;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to explain.
 *
 * @param base folder that files are named relative to
 * @param sources files and folders whose workflows are explained
 * @param context files and folders that may be referred to
 * @param index Java lines of generated files
 * @param controllerConfig the facility's {@code workflow-controller-configmap}
 * @param parameters values of the workflows' parameters, as whoever submits gives them
 */
public record ExplainRequest(
        Path base,
        List<Path> sources,
        List<Path> context,
        SourceIndex index,
        Optional<Path> controllerConfig,
        Map<String, String> parameters) {
    public ExplainRequest {
        sources = List.copyOf(sources);
        context = List.copyOf(context);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
