package io.tiphys.verifier.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The file {@code .tiphysignore} of a source: a pattern a line, as in {@code .gitignore}. A pattern without slash matches a
 * name at any depth, one with a slash a path from the source on; one that ends in a slash matches folders; an exclamation
 * mark takes back what an earlier line left out.
 */
final class IgnoreFile {
    static final String NAME = ".tiphysignore";
    private static final long LARGEST = 64 << 10;

    private record Pattern(PathMatcher matcher, boolean wholePath, boolean foldersOnly, boolean takenBack) {
        boolean matches(Path relative, boolean folder) {
            return (folder || !foldersOnly) && matcher.matches(wholePath ? relative : relative.getFileName());
        }
    }

    private final List<Pattern> patterns = new ArrayList<>();
    private Optional<String> problem = Optional.empty();

    private IgnoreFile() {}

    /** That of a folder; one without patterns where there is none. */
    static IgnoreFile of(Path folder) throws IOException {
        IgnoreFile ignored = new IgnoreFile();
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(file)) {
            if (Files.size(file) > LARGEST) {
                ignored.problem = Optional.of("the file has more than " + LARGEST + " bytes");
                return ignored;
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().map(String::strip).forEach(ignored::add);
        }
        return ignored;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        boolean takenBack = line.startsWith("!");
        String pattern = takenBack ? line.substring(1) : line;
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean wholePath = pattern.contains("/");
        String glob = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            patterns.add(new Pattern(matcher, wholePath, foldersOnly, takenBack));
        } catch (PatternSyntaxException e) {
            problem = Optional.of("\"" + line + "\" is no pattern: " + e.getDescription());
        }
    }

    /** What is wrong with the file. */
    Optional<String> problem() {
        return problem;
    }

    /** Whether a path below the source is left out: the last line that matches it decides. */
    boolean covers(Path relative, boolean folder) {
        boolean ignored = false;
        for (Pattern pattern : patterns) {
            if (pattern.matches(relative, folder)) {
                ignored = !pattern.takenBack();
            }
        }
        return ignored;
    }
}
