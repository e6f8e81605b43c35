package io.tiphys.generator;

import java.nio.file.Path;
import java.util.List;

/**
 * What to render and where to put it.
 *
 * @param base folder of the project; files in findings and index are relative to it
 * @param classes folder of the project's classes
 * @param libraries the rest of its runtime class path, tiphys-generator among it
 * @param sourceRoots folders of its Java sources, to name files as the project does
 * @param manifests folder for the manifests; everything else in it that an earlier run wrote is removed
 * @param index file for the index
 * @param site name of the class with the site's defaults, or empty to look for one
 */
public record GenerateRequest(
        Path base,
        Path classes,
        List<Path> libraries,
        List<Path> sourceRoots,
        Path manifests,
        Path index,
        String site) {
    public GenerateRequest {
        libraries = List.copyOf(libraries);
        sourceRoots = List.copyOf(sourceRoots);
    }
}
