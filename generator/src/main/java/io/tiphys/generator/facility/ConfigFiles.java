package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.configMapVolume;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.model.file.ClassResource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of the project, such as notebooks, in a ConfigMap ({@code binaryData}), for templates of the same namespace that
 * share them or for more than an environment can carry. Immutable.
 */
public final class ConfigFiles {
    /** A ConfigMap has at most 1 MiB, base64 included. */
    private static final int LARGEST = 700 * 1024;

    private final String name;
    private final Map<String, byte[]> files;

    private ConfigFiles(String name, Map<String, byte[]> files) {
        this.name = name;
        this.files = files;
    }

    /** No file as yet. */
    public static ConfigFiles of(String name) {
        return new ConfigFiles(name, Map.of());
    }

    /**
     * One more file, found beside a class in the project's resources.
     *
     * @throws IllegalArgumentException if it is not there, or all of them are too large for a ConfigMap (700 KiB)
     */
    public ConfigFiles file(Class<?> beside, String file) {
        int used = files.values().stream().mapToInt(bytes -> bytes.length).sum();
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(file.substring(file.lastIndexOf('/') + 1), ClassResource.bytes(beside, file, LARGEST - used));
        return new ConfigFiles(name, more);
    }

    /** The ConfigMap, as the manifest of a template class. */
    public Manifest manifest() {
        Map<String, String> data = new TreeMap<>();
        files.forEach((file, bytes) -> data.put(file, Base64.getEncoder().encodeToString(bytes)));
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withBinaryData(data)
                .build();
        return Manifest.of(map);
    }

    /** The files in a folder of a container, not to be written to. */
    public Mount mount(String folder) {
        return configMapVolume(name, name, folder).readOnly();
    }
}
