package io.tiphys.verifier.pod;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The file with a facility's {@code workflow-controller-configmap}. */
public final class ControllerFile {
    private ControllerFile() {}

    /**
     * Reads it.
     *
     * @param base folder that the file's name is relative to
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static ControllerConfig read(Path base, Path file) {
        String name = "The controller configuration " + file;
        Loaded loaded;
        try {
            loaded = new Loader().load(base, List.of(file), false, SourceIndex.EMPTY);
            if (loaded.manifests().size() == 1) {
                return ControllerConfig.of(loaded.manifests().get(0));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
        }
        String why = loaded.findings().stream()
                .findFirst()
                .map(finding -> ": " + finding.message())
                .orElse(" holds " + loaded.manifests().size() + " documents");
        throw new IllegalArgumentException(
                name + why + ". It must be one, the ConfigMap workflow-controller-configmap.");
    }
}
