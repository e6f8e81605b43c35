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
import java.util.Set;

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
     * it too, in sorted order, without what its {@code .tiphysignore} names; a file that is named stands for itself. What is met twice is read once.
     *
     * @param base the folder that findings name files relative to
     * @param sources files and folders, absolute or relative to the base
     * @param judged false for what is only context
     * @param index Java lines of generated files
     * @throws IOException if a folder that exists cannot be listed
     */
    public Loaded load(Path base, List<Path> sources, boolean judged, SourceIndex index) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path named : sources) {
            Path source = base.resolve(named).normalize();
            if (Files.isDirectory(source)) {
                SourceFiles found = new SourceFiles(limits);
                found.walk(source);
                files.addAll(found.files());
                for (SourceFiles.Problem problem : found.problems()) {
                    findings.add(at(problem.rule(), relative(base, problem.path()), problem.message()));
                }
            } else if (Files.exists(source)) {
                files.add(source);
            } else {
                findings.add(at(LoadRules.UNREADABLE, relative(base, source), "there is no such file or folder"));
            }
        }
        Loaded loaded = new Loaded(List.of(), findings);
        try {
            return join(
                    loaded,
                    List.copyOf(files).parallelStream()
                            .map(file -> readUnchecked(file, relative(base, file), judged, index))
                            .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Loaded readUnchecked(Path path, String file, boolean judged, SourceIndex index) {
        try {
            return read(path, file, judged, index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of one text, as if it were a file of that name. */
    public Loaded parse(String file, String text, boolean judged, SourceIndex index) {
        return new Documents(file, judged, index).read(text);
    }

    private Loaded read(Path path, String file, boolean judged, SourceIndex index) throws IOException {
        if (!Files.isRegularFile(path)) {
            return failed(
                    LoadRules.UNREADABLE, file, "it is neither a file nor a folder"); // a pipe would be waited for
        }
        long size = Files.size(path);
        if (size > limits.bytes()) {
            return failed(
                    LoadRules.LIMIT, file, "the file has " + size + " bytes; at most " + limits.bytes() + " are read");
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
            return parse(file, text, judged, index);
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
