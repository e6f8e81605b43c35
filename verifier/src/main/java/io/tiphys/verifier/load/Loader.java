package io.tiphys.verifier.load;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Reads manifests from files and folders. */
public final class Loader {
    private final LoadLimits limits;

    /** With the default bounds. */
    public Loader() {
        this(LoadLimits.DEFAULT);
    }

    /** With bounds of its own. */
    public Loader(LoadLimits limits) {
        this.limits = limits;
    }

    /**
     * All objects of some sources. A folder gives its {@code .yaml}, {@code .yml} and {@code .json} files, folders inside
     * it too, in sorted order, without what its {@code .tiphysignore} names; a file that is named stands for itself, a
     * pattern such as {@code areas/**}{@code /*.yaml} for the files that match it. What is met twice is read once.
     *
     * @param base the folder that findings name files relative to
     * @param sources files, folders and patterns, absolute or relative to the base
     * @param judged false for what is only context
     * @param index Java lines of generated files
     * @throws IOException if a folder that exists cannot be listed
     */
    public Loaded load(Path base, List<Path> sources, boolean judged, SourceIndex index) throws IOException {
        Sources found = sources(base, sources, judged);
        Loaded loaded = new Loaded(List.of(), found.findings());
        try {
            return join(
                    loaded,
                    found.files().parallelStream()
                            .map(source -> readUnchecked(source, index))
                            .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The files that some sources stand for, and what is wrong with the sources. */
    record Sources(List<Source> files, List<Finding> findings) {}

    /** The files of {@link #load}, which are not read yet. */
    Sources sources(Path base, List<Path> sources, boolean judged) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path named : sources) {
            Path source = base.resolve(named).normalize();
            if (Files.isDirectory(source)) {
                files.addAll(walk(base, source, findings));
            } else if (Files.exists(source)) {
                files.add(source);
            } else {
                files.addAll(matching(base, source, findings));
            }
        }
        List<Source> found = new ArrayList<>();
        for (Path path : files) {
            found.add(new Source(path, relative(base, path), judged, Files.size(path)));
        }
        return new Sources(List.copyOf(found), List.copyOf(findings));
    }

    private Loaded readUnchecked(Source source, SourceIndex index) {
        try {
            return read(source, index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> walk(Path base, Path folder, List<Finding> findings) throws IOException {
        SourceFiles found = new SourceFiles(limits);
        found.walk(folder);
        for (SourceFiles.Problem problem : found.problems()) {
            findings.add(at(problem.rule(), relative(base, problem.path()), problem.message()));
        }
        return found.files();
    }

    /** The files that a source stands for that is neither file nor folder. */
    private List<Path> matching(Path base, Path source, List<Finding> findings) throws IOException {
        String problem = "there is no such file or folder";
        try {
            Optional<SourcePattern> pattern = SourcePattern.of(source);
            if (pattern.isPresent()) {
                List<Path> matching = walk(base, pattern.get().folder(), findings).stream()
                        .filter(pattern.get()::matches)
                        .toList();
                if (!matching.isEmpty()) {
                    return matching;
                }
                problem = "the pattern matches no .yaml, .yml or .json file";
            }
        } catch (PatternSyntaxException e) {
            problem = "the pattern cannot be read: " + e.getDescription();
        }
        findings.add(at(LoadRules.UNREADABLE, relative(base, source), problem));
        return List.of();
    }

    /** The objects of one text, as if it were a file of that name. */
    public Loaded parse(String file, String text, boolean judged, SourceIndex index) {
        return new Documents(file, judged, index).read(text);
    }

    /** The objects of one file. */
    Loaded read(Source source, SourceIndex index) throws IOException {
        Path path = source.path();
        String file = source.file();
        if (!Files.isRegularFile(path)) {
            return failed(
                    LoadRules.UNREADABLE, file, "it is neither a file nor a folder"); // a pipe would be waited for
        }
        if (source.bytes() > limits.bytes()) {
            return failed(
                    LoadRules.LIMIT,
                    file,
                    "the file has " + source.bytes() + " bytes; at most " + limits.bytes() + " are read");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (AccessDeniedException e) {
            return failed(LoadRules.UNREADABLE, file, "the file may not be read");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(file, text, source.judged(), index);
        } catch (CharacterCodingException e) {
            return failed(LoadRules.UNREADABLE, file, "the file is not UTF-8 text");
        }
    }

    private static Loaded join(Loaded first, List<Loaded> parts) {
        List<Manifest> manifests = new ArrayList<>(first.manifests());
        List<Finding> findings = new ArrayList<>(first.findings());
        for (Loaded part : parts) {
            manifests.addAll(part.manifests());
            findings.addAll(part.findings());
        }
        return new Loaded(manifests, findings);
    }

    private static Loaded failed(Rule rule, String file, String message) {
        return new Loaded(List.of(), List.of(at(rule, file, message)));
    }

    private static Finding at(Rule rule, String file, String message) {
        return Finding.of(rule, message).withPlace(new Finding.Place(file, 0, 0, 0, "", "", ""));
    }

    private static String relative(Path base, Path file) {
        Path root = base.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        String text = (path.startsWith(root) ? root.relativize(path) : path).toString();
        return text.isEmpty() ? "." : text.replace(java.io.File.separatorChar, '/');
    }
}
