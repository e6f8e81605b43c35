package io.tiphys.publisher;

import io.tiphys.publisher.git.GitNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rendered files of a folder: path with {@code /}, relative to the folder, to content. */
final class Manifests {
    private static final int MOST_FILES = 100_000;
    private static final long LONGEST_FILE = 16L << 20;
    private static final String GENERATE = "Generate them first: mvn process-classes";

    private Manifests() {}

    static SortedMap<String, byte[]> read(Path folder, boolean allowEmpty) throws PublishException {
        if (!Files.isDirectory(folder)) {
            throw PublishException.input("There is no folder " + folder + " with manifests to publish.", GENERATE);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        Collector collector = new Collector(folder, files);
        try {
            Files.walkFileTree(folder, collector);
        } catch (IOException unreadable) {
            throw new PublishException(
                    PublishException.Blame.ENVIRONMENT,
                    "The manifests in " + folder + " cannot be read: " + unreadable.getMessage(),
                    "Give the user who runs the build the right to read them.");
        }
        if (!collector.problem.isEmpty()) {
            throw PublishException.input(collector.problem, "Remove it, and generate the manifests again.");
        }
        if (files.isEmpty() && !allowEmpty) {
            throw PublishException.input(
                    "The folder " + folder + " has no manifests (*.yaml); nothing is published, and nothing removed.",
                    GENERATE + ". To remove all that was published: -Dtiphys.allowEmpty");
        }
        return files;
    }

    /** Walks the folder, links not followed, until it is through or something is wrong. */
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final SortedMap<String, byte[]> files;
        private String problem = "";

        Collector(Path folder, SortedMap<String, byte[]> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.getFileName().toString().endsWith(".yaml")) {
                return FileVisitResult.CONTINUE;
            }
            String path = folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            problem = problem(path, attributes);
            if (!problem.isEmpty()) {
                return FileVisitResult.TERMINATE;
            }
            files.put(path, Files.readAllBytes(file));
            return FileVisitResult.CONTINUE;
        }

        private String problem(String path, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                return "The manifest " + path + " is not a regular file but a link or a device.";
            }
            if (!GitNames.isInside(path) || Ownership.isReserved(path)) {
                return "The manifest \"" + path + "\" has a name that cannot be published.";
            }
            if (attributes.size() > LONGEST_FILE) {
                return "The manifest " + path + " has " + attributes.size() + " bytes; " + LONGEST_FILE
                        + " are allowed.";
            }
            return files.size() < MOST_FILES ? "" : "The folder has more than " + MOST_FILES + " manifests.";
        }
    }
}
