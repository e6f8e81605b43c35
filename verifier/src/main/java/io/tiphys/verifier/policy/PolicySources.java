package io.tiphys.verifier.policy;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
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
import java.util.zip.ZipEntry;

/**
 * Policies of a user, and their cases: from files, folders and jars.
 *
 * @param policies policies, bindings and params
 * @param cases documents of files that end in {@code .cases.yaml}
 * @param findings what could not be read
 */
public record PolicySources(List<Manifest> policies, List<Manifest> cases, List<Finding> findings) {
    private static final String CASES = ".cases.yaml";
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
        List<Path> files = new ArrayList<>();
        Loaded loaded = new Loaded(List.of(), List.of());
        for (Path source : sources) {
            Path path = base.resolve(source);
            if (Files.isRegularFile(path) && source.toString().endsWith(".jar")) {
                loaded = loaded.plus(jar(path));
            } else {
                files.add(source);
            }
        }
        return of(loaded.plus(new Loader().load(base, files, true, SourceIndex.EMPTY)));
    }

    /** Documents told apart by the names of their files. */
    static PolicySources of(Loaded loaded) {
        return new PolicySources(
                loaded.manifests().stream()
                        .filter(manifest -> !manifest.file().endsWith(CASES))
                        .toList(),
                loaded.manifests().stream()
                        .filter(manifest -> manifest.file().endsWith(CASES))
                        .toList(),
                loaded.findings().stream()
                        .filter(finding -> !finding.place().file().endsWith(CASES) || isAboutReading(finding))
                        .toList());
    }

    /** Cases are no objects, so that they need neither apiVersion nor kind. */
    private static boolean isAboutReading(Finding finding) {
        return !finding.rule().equals("LOAD-06") && !finding.rule().equals("LOAD-07");
    }

    private static Loaded jar(Path path) throws IOException {
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
                    loaded = loaded.plus(new Loader().parse(name, text, true, SourceIndex.EMPTY));
                }
            }
        }
        return loaded;
    }
}
