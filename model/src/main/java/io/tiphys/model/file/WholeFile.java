package io.tiphys.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all, with the permissions that any new file of the user has. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a draft beside the file, then puts it in the file's place; folders on the way are made.
     *
     * @throws IOException if it cannot be written; the file is as it was then, and no draft is left
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        Files.createDirectories(folder);
        Path draft = folder.resolve(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
