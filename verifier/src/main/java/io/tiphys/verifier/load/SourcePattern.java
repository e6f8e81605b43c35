package io.tiphys.verifier.load;

import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A source that names files by a pattern: {@code *} stands for any text in a name, {@code ?} for a character, {@code **} for
 * any folders, also none.
 *
 * @param folder the folder in which the pattern begins
 * @param matchers for paths below the folder; one of them must match
 */
record SourcePattern(Path folder, List<PathMatcher> matchers) {
    private static final String ANY_FOLDERS = "**/";

    /**
     * The pattern in a path, which begins behind the last folder that is there; nothing if there is none.
     *
     * @throws PatternSyntaxException if it cannot be read
     */
    static Optional<SourcePattern> of(Path path) {
        Path folder = path.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return Optional.empty();
        }
        FileSystem files = path.getFileSystem();
        String glob = folder.relativize(path).toString().replace(files.getSeparator(), "/");
        if (glob.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new SourcePattern(
                folder,
                List.of(
                        files.getPathMatcher("glob:" + glob),
                        files.getPathMatcher("glob:" + glob.replace(ANY_FOLDERS, "")))));
    }

    boolean matches(Path file) {
        Path relative = folder.relativize(file);
        return matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    }
}
