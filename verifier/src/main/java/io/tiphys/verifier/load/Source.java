package io.tiphys.verifier.load;

import java.nio.file.Path;

/**
 * A file of manifests.
 *
 * @param path where it is read
 * @param file the name that findings give it: with {@code /}, relative to the base folder of the run
 * @param judged false for what is only context
 * @param bytes its size
 */
public record Source(Path path, String file, boolean judged, long bytes) {}
