package io.tiphys.generator.facility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes of a project's resources. */
final class ResourceFile {
    private ResourceFile() {}

    static byte[] read(Class<?> beside, String file, int largest) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no resource \"" + file + "\" beside " + beside.getName()
                        + "; it belongs into src/main/resources/"
                        + beside.getPackageName().replace('.', '/'));
            }
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IllegalArgumentException(
                        "The resource \"" + file + "\" is larger than " + largest + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource \"" + file + "\" cannot be read", e);
        }
    }

    /** The name without folders. */
    static String lastName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
