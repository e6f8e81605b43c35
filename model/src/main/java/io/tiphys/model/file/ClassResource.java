package io.tiphys.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that comes with a class. */
public final class ClassResource {
    private static final int LARGEST = 1 << 20;

    private ClassResource() {}

    /**
     * The text, read as UTF-8, its line ends {@code \n}.
     *
     * @param beside the class in whose package it lies
     * @throws IllegalArgumentException if there is no such file, or it is larger than a manifest can be (1 MiB)
     */
    public static String text(Class<?> beside, String file) {
        return new String(bytes(beside, file, LARGEST), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /**
     * The content as it is.
     *
     * @param beside the class in whose package it lies
     * @param largest in bytes
     * @throws IllegalArgumentException if there is no such file, or it is larger
     */
    public static byte[] bytes(Class<?> beside, String file, int largest) {
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
}
