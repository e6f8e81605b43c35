package io.tiphys.policies;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.PolicyCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module. */
final class PolicyFiles {
    static final Path ROOT = Path.of("src/main/resources/io/tiphys/policies");

    private PolicyFiles() {}

    /** All files, relative to the root, sorted. */
    static List<String> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of policies: {@code security/SEC-01.yaml}. */
    static List<String> policies() {
        return all().stream()
                .filter(file ->
                        file.endsWith(".yaml") && !file.endsWith(".cases.yaml") && !file.startsWith("profiles/"))
                .toList();
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static YamlFile yaml(String file) {
        return new YamlReader().read(read(file));
    }

    static List<Manifest> manifests(String file) {
        List<Manifest> manifests = new ArrayList<>();
        for (YamlDocument document : yaml(file).documents()) {
            manifests.add(new Manifest(file, document, true, SourceIndex.EMPTY));
        }
        return manifests;
    }

    /** The cases beside a policy. */
    static List<PolicyCase> cases(String policy) {
        return PolicyCase.of(
                yaml(policy.replace(".yaml", ".cases.yaml")).documents().get(0).json());
    }
}
