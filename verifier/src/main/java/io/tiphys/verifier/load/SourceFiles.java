package io.tiphys.verifier.load;

import io.tiphys.model.finding.Rule;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files of one source, in sorted order. */
final class SourceFiles {
    private final LoadLimits limits;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> open = new HashSet<>();

    /** A path that is left out, or an ignore file that cannot be used, and why. */
    record Problem(Path path, String message, Rule rule) {}

    SourceFiles(LoadLimits limits) {
        this.limits = limits;
    }

    List<Path> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Walks a folder; hidden files and folders, and what files named {@code .tiphysignore} name, are left out. */
    void walk(Path folder) throws IOException {
        walk(folder, folder.toRealPath(), List.of(), 0);
    }

    /** The ignore files that hold in a folder, the outermost first. */
    private List<IgnoreFile> ignoring(Path folder, List<IgnoreFile> above) throws IOException {
        Optional<IgnoreFile> own = IgnoreFile.of(folder);
        if (own.isEmpty()) {
            return above;
        }
        own.get()
                .problem()
                .ifPresent(problem -> problems.add(new Problem(own.get().file(), problem, LoadRules.UNREADABLE)));
        List<IgnoreFile> all = new ArrayList<>(above);
        all.add(own.get());
        return all;
    }

    private static boolean isIgnored(Path path, boolean directory, List<IgnoreFile> files) {
        boolean ignored = false;
        for (IgnoreFile file : files) {
            ignored = file.covers(path, directory, ignored);
        }
        return ignored;
    }

    /** @param top the folder where the walk began, without links */
    private void walk(Path folder, Path top, List<IgnoreFile> above, int depth) throws IOException {
        Path real = folder.toRealPath();
        if (depth > limits.depth()) {
            problems.add(new Problem(folder, "folders lie more than " + limits.depth() + " deep", LoadRules.LIMIT));
            return;
        }
        if (!open.add(real)) {
            return; // a link to a folder that holds it
        }
        List<IgnoreFile> ignoring = ignoring(folder, above);
        for (Path path : sorted(folder)) {
            boolean directory = Files.isDirectory(path);
            if (isIgnored(path, directory, ignoring) || (Files.isSymbolicLink(path) && !isInside(path, top))) {
                continue;
            }
            if (directory) {
                walk(path, top, ignoring, depth + 1);
            } else if (isManifest(path)) {
                if (files.size() == limits.files()) {
                    problems.add(
                            new Problem(path, "there are more than " + limits.files() + " files", LoadRules.LIMIT));
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
            problems.add(new Problem(link, "the link leads nowhere", LoadRules.OUTSIDE));
            return false;
        }
        if (!target.startsWith(root)) {
            problems.add(new Problem(link, "the link leads out of the source", LoadRules.OUTSIDE));
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
