package io.tiphys.generator.facility;

import static io.tiphys.generator.dsl.Dsl.emptyDir;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Mount;
import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.model.file.ClassResource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Small files of the project, such as notebooks, carried inside of the template as base64, so that nothing besides it has to
 * be in the cluster. An init container writes them into an empty folder before the main container starts. Sets
 * {@code initContainers[].env}, {@code volumes[].emptyDir} and {@code volumeMounts[]}. Immutable.
 */
public final class InjectedFiles {
    /** Linux takes no variable of the environment that is longer than 128 KiB, its name included. */
    private static final int LARGEST_FILE = 96 * 1024 - 64;

    private final String name;
    private final Object image;
    private final String folder;
    private final Map<String, byte[]> files;
    private final UnaryOperator<ContainerTemplate> change;

    private InjectedFiles(
            String name,
            Object image,
            String folder,
            Map<String, byte[]> files,
            UnaryOperator<ContainerTemplate> change) {
        this.name = name;
        this.image = image;
        this.folder = folder;
        this.files = files;
        this.change = change;
    }

    /**
     * No file as yet.
     *
     * @param name of the volume; the container is {@code inject-<name>}
     * @param image one with {@code sh} and {@code base64} whose user is not root, such as that of the template itself
     * @param folder where the main container finds them
     */
    public static InjectedFiles into(String name, Object image, String folder) {
        return new InjectedFiles(name, image, folder, Map.of(), files -> files);
    }

    /**
     * One more file, found beside a class in the project's resources.
     *
     * @throws IllegalArgumentException if it is not there, or larger than the environment of a container takes (96 KiB)
     */
    public InjectedFiles file(Class<?> beside, String file) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(file, ClassResource.bytes(beside, file, LARGEST_FILE));
        return new InjectedFiles(name, image, folder, more, change);
    }

    /** Changes the container that writes the files: its resources, security. */
    public InjectedFiles container(UnaryOperator<ContainerTemplate> newChange) {
        return new InjectedFiles(name, image, folder, files, inject -> newChange.apply(change.apply(inject)));
    }

    /** Where the main container finds a file. */
    public String path(String file) {
        if (!files.containsKey(file)) {
            throw new IllegalArgumentException("\"" + file + "\" is not injected; there are " + files.keySet());
        }
        return folder + "/" + file.substring(file.lastIndexOf('/') + 1);
    }

    /** The template, which starts when the files are there. */
    public <T extends PodTemplate<T>> T before(T template) {
        Mount volume = emptyDir(name, folder, "16Mi");
        StringBuilder script = new StringBuilder("set -eu");
        ContainerTemplate inject = Dsl.container("inject-" + name).image(image).command("sh", "-c");
        int number = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String variable = "FILE_" + number++;
            inject = inject.env(variable, Base64.getEncoder().encodeToString(file.getValue()))
                    .env(variable + "_PATH", path(file.getKey()));
            script.append("; printf %s \"$")
                    .append(variable)
                    .append("\" | base64 -d > \"$")
                    .append(variable);
            script.append("_PATH\"");
        }
        inject = inject.args(script.toString()).cpus("100m").memory("64Mi").mount(volume);
        return template.initContainer(change.apply(inject)).mount(volume);
    }
}
