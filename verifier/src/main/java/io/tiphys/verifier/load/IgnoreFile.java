package io.tiphys.verifier.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The file {@code .tiphysignore} of a folder: a pattern a line, as in {@code .gitignore}. A pattern without slash matches a
 * name at any depth, one with a slash a path from the folder on; one that ends in a slash matches folders; {@code **} stands
 * for any folders; an exclamation mark takes back what an earlier line, or the file of a folder above, left out.
 */
final class IgnoreFile {
    static final String NAME = ".tiphysignore";
    private static final long LARGEST = 64 << 10;

    private final Path folder;
    private final List<IgnorePattern> patterns = new ArrayList<>();
    private Optional<String> problem = Optional.empty();

    private IgnoreFile(Path folder) {
        this.folder = folder;
    }

    /** That of a folder, where there is one. */
    static Optional<IgnoreFile> of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        IgnoreFile ignored = new IgnoreFile(folder);
        if (Files.size(file) > LARGEST) {
            ignored.problem = Optional.of("the file has more than " + LARGEST + " bytes");
        } else {
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(ignored::add);
        }
        return Optional.of(ignored);
    }

    private void add(String line) {
        try {
            IgnorePattern.of(line).ifPresent(patterns::add);
        } catch (PatternSyntaxException e) {
            problem = Optional.of("\"" + line + "\" is no pattern: " + e.getDescription());
        }
    }

    /** What is wrong with the file. */
    Optional<String> problem() {
        return problem;
    }

    /** Where it is. */
    Path file() {
        return folder.resolve(NAME);
    }

    /** Whether a path below its folder is left out: the last line that matches it decides, or else what was known before. */
    boolean covers(Path path, boolean isFolder, boolean before) {
        String relative =
                folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        boolean ignored = before;
        for (IgnorePattern pattern : patterns) {
            if (pattern.matches(relative, isFolder)) {
                ignored = !pattern.takenBack();
            }
        }
        return ignored;
    }
}
