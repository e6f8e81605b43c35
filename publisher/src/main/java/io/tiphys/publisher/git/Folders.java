package io.tiphys.publisher.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Temporary folders. */
final class Folders {
    private Folders() {}

    /** Deletes a folder with all below; what another program still holds is left for the end of the JVM. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException held) {
            folder.toFile().deleteOnExit();
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            delete(folder);
            return FileVisitResult.CONTINUE;
        }

        /** Git writes its files read-only, and such a file cannot be deleted on Windows. */
        private static void delete(Path path) throws IOException {
            if (!path.toFile().setWritable(true)) {
                throw new IOException("No right to delete " + path);
            }
            Files.delete(path);
        }
    }
}
