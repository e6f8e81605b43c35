package io.tiphys.publisher.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.util.FileUtils;

/** Temporary folders. */
final class Folders {
    private Folders() {}

    /** Deletes a folder with all below; what another program still holds is left for the system to clear. */
    static void delete(Path folder) {
        try {
            FileUtils.delete(
                    folder.toFile(),
                    FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.RETRY | FileUtils.IGNORE_ERRORS);
        } catch (IOException held) {
            folder.toFile().deleteOnExit();
        }
    }
}
