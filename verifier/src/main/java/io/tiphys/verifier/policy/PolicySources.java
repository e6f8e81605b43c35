package io.tiphys.verifier.policy;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Policies of a user, and their cases: from files, folders and jars.
 *
 * @param policies policies, bindings and params
 * @param cases documents of files that end in {@code .cases.yaml}
 * @param findings what could not be read
 */
public record PolicySources(List<Manifest> policies, List<Manifest> cases, List<Finding> findings) {
    private static final String CASES = ".cases.yaml";
    private static final int DEEPEST = 32;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST_ENTRY = 4 << 20;

    public PolicySources {
        policies = List.copyOf(policies);
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }

    /**
     * Reads sources; of a jar all its YAML files, in the order of their names.
     *
     * @param base folder that findings name files relative to
     * @throws IOException if a folder or a jar that exists cannot be read
     */
    public static PolicySources load(Path base, List<Path> sources) throws IOException {
        List<Manifest> cases = new ArrayList<>();
        Loaded loaded = new Loaded(List.of(), List.of());
        for (Path source : sources) {
            Path path = base.resolve(source);
            int before = cases.size();
            Loaded more;
            if (Files.isRegularFile(path) && source.toString().endsWith(".jar")) {
                more = jar(path, cases);
            } else {
                for (Path file : caseFiles(path)) {
                    cases.addAll(cases(shown(base, file), Files.readString(file)));
                }
                more = new Loader().load(base, List.of(source), true, SourceIndex.EMPTY);
            }
            loaded = loaded.plus(more);
            if (more.manifests().isEmpty() && more.findings().isEmpty() && cases.size() == before) {
                loaded = loaded.plus(new Loaded(List.of(), List.of(nothing(shown(base, path)))));
            }
        }
        return of(loaded, cases);
    }

    private static Finding nothing(String source) {
        return Finding.of(PolicyRules.NOTHING, "there is no policy in it, and nothing else in YAML")
                .withPlace(new Finding.Place(source, 0, 0, 0, "", "", ""));
    }

    private static List<Path> caseFiles(Path path) throws IOException {
        try (Stream<Path> files = Files.exists(path) ? Files.walk(path, DEEPEST) : Stream.of()) {
            return files.filter(file -> file.toString().endsWith(CASES) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_ENTRIES)
                    .toList();
        }
    }

    private static String shown(Path base, Path file) {
        Path root = base.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(root) ? root.relativize(path) : path).toString().replace('\\', '/');
    }

    /** The documents of a file of cases, which have neither apiVersion nor kind. */
    static List<Manifest> cases(String file, String text) {
        return new YamlReader()
                .read(text).documents().stream()
                        .map(document -> new Manifest(file, document, true, SourceIndex.EMPTY))
                        .toList();
    }

    /** What the loader found, without what it says of files of cases for having no kind. */
    static PolicySources of(Loaded loaded, List<Manifest> cases) {
        return new PolicySources(
                loaded.manifests().stream()
                        .filter(manifest -> !manifest.file().endsWith(CASES))
                        .toList(),
                cases,
                loaded.findings().stream()
                        .filter(finding -> !finding.place().file().endsWith(CASES) || isAboutReading(finding))
                        .toList());
    }

    /** Cases are no objects, so that they need neither apiVersion nor kind. */
    private static boolean isAboutReading(Finding finding) {
        return !List.of("LOAD-06", "LOAD-07", "LOAD-11").contains(finding.rule());
    }

    private static Loaded jar(Path path, List<Manifest> cases) throws IOException {
        Loaded loaded = new Loaded(List.of(), List.of());
        try (JarFile jar = new JarFile(path.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
            if (entries.size() > MOST_ENTRIES) {
                throw new IOException(path + " has more than " + MOST_ENTRIES + " entries");
            }
            entries.removeIf(entry -> !entry.getName().matches(".*\\.ya?ml") || entry.isDirectory());
            entries.sort(java.util.Comparator.comparing(ZipEntry::getName));
            for (ZipEntry entry : entries) {
                String name = path.getFileName() + "!/" + entry.getName();
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes(LARGEST_ENTRY + 1);
                    if (bytes.length > LARGEST_ENTRY) {
                        throw new IOException(name + " has more than " + LARGEST_ENTRY + " bytes");
                    }
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    if (name.endsWith(CASES)) {
                        cases.addAll(cases(name, text));
                    }
                    loaded = loaded.plus(new Loader().parse(name, text, true, SourceIndex.EMPTY));
                }
            }
        } catch (ZipException e) {
            throw new IOException(path.getFileName() + " is no jar: " + e.getMessage(), e);
        }
        return loaded;
    }
}
