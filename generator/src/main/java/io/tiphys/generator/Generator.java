package io.tiphys.generator;

import io.tiphys.generator.output.Fingerprint;
import io.tiphys.generator.output.ManifestFolder;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders the template classes of a project. */
public final class Generator {
    private Generator() {}

    /**
     * Renders if classes, class path or configuration have changed since the last run, or its output has.
     *
     * @throws GenerateException if the environment is at fault; what is wrong with the author's classes is in the result
     */
    public static GenerateResult generate(GenerateRequest request) throws GenerateException {
        ManifestFolder folder = new ManifestFolder(request.manifests(), request.index());
        try {
            String fingerprint = Fingerprint.of(request.classes(), request.libraries(), request.site());
            Optional<List<String>> unchanged = folder.upToDate(fingerprint);
            if (unchanged.isPresent()) {
                return new GenerateResult(true, unchanged.get(), List.of(), List.of());
            }
            Isolated isolated = Isolated.render(request);
            List<Finding> findings = isolated.findings();
            if (!findings.isEmpty()) {
                return new GenerateResult(false, List.of(), findings, isolated.traces());
            }
            List<String> files = folder.write(isolated.manifests(), indexOf(request, isolated), fingerprint);
            return new GenerateResult(false, files, List.of(), List.of());
        } catch (IOException e) {
            throw new GenerateException("The manifests cannot be written: " + describe(e), e);
        }
    }

    /** Files in the index are relative to the project's folder, as in findings. */
    private static SourceIndex indexOf(GenerateRequest request, Isolated isolated) {
        Path folder = request.base().relativize(request.manifests());
        Map<String, Map<String, io.tiphys.model.finding.JavaLine>> files = new TreeMap<>();
        isolated.lines()
                .forEach((file, lines) ->
                        files.put(folder.resolve(file).toString().replace('\\', '/'), lines));
        return new SourceIndex(files);
    }

    private static String describe(IOException e) {
        List<String> parts = new ArrayList<>();
        if (e instanceof java.nio.file.AccessDeniedException) {
            parts.add("no permission to write");
        } else if (e.getClass() != IOException.class) {
            parts.add(e.getClass().getSimpleName().replace("Exception", ""));
        }
        if (e.getMessage() != null) {
            parts.add(e.getMessage());
        }
        return String.join(" ", parts);
    }
}
