package io.tiphys.verifier.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files of one source, in sorted order. */
final class SourceFiles {
    private final LoadLimits limits;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> open = new HashSet<>();

    /** A path that is left out, and why: {@code outside} for links that leave the source, else a bound. */
    record Problem(Path path, String message, boolean outside) {}

    SourceFiles(LoadLimits limits) {
        this.limits = limits;
    }

    List<Path> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Walks a folder; hidden files and folders are left out. */
    void walk(Path folder) throws IOException {
        walk(folder, folder.toRealPath(), 0);
    }

    private void walk(Path folder, Path root, int depth) throws IOException {
        Path real = folder.toRealPath();
        if (depth > limits.depth()) {
            problems.add(new Problem(folder, "folders lie more than " + limits.depth() + " deep", false));
            return;
        }
        if (!open.add(real)) {
            return; // a link to a folder that holds it
        }
        for (Path path : sorted(folder)) {
            if (Files.isSymbolicLink(path) && !isInside(path, root)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                walk(path, root, depth + 1);
            } else if (isManifest(path)) {
                if (files.size() == limits.files()) {
                    problems.add(new Problem(path, "there are more than " + limits.files() + " files", false));
                    return;
                }
                files.add(path);
            }
        }
        open.remove(real);
    }

    private boolean isInside(Path link, Path root) {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            problems.add(new Problem(link, "the link leads nowhere", true));
            return false;
        }
        if (!target.startsWith(root)) {
            problems.add(new Problem(link, "the link leads out of the source", true));
            return false;
        }
        return true;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path path : entries) {
                if (!path.getFileName().toString().startsWith(".")) {
                    paths.add(path);
                }
            }
        }
        Collections.sort(paths);
        return paths;
    }

    private static boolean isManifest(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
