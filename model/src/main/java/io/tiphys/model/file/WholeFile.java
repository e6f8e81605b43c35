package io.tiphys.model.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all, with the permissions that any new file of the user has. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a content, piece by piece. */
    public interface Content {
        /** Writes all of it; the writer is closed by the caller. */
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Writes a draft beside the file, then puts it in the file's place; folders on the way are made.
     *
     * @throws IOException if it cannot be written; the file is as it was then, and no draft is left
     */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, draft -> Files.write(draft, content));
    }

    /** The same for a content that need not be in memory as a whole, as UTF-8. */
    public static void write(Path file, Content content) throws IOException {
        replace(file, draft -> {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                content.writeTo(writer);
            }
        });
    }

    private interface Draft {
        void write(Path draft) throws IOException;
    }

    private static void replace(Path file, Draft content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        Files.createDirectories(folder);
        Path draft = folder.resolve(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            content.write(draft);
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
