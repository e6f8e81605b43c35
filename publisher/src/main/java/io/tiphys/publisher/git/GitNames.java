package io.tiphys.publisher.git;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** What Git accepts as names, and how it names content. */
public final class GitNames {
    private GitNames() {}

    /** Whether a branch can have this short name, such as {@code main} or {@code env/prod}; {@code refs/heads/main} is none. */
    public static boolean isBranch(String name) {
        return !name.startsWith("-")
                && !name.startsWith(Constants.R_REFS)
                && !name.equals(Constants.HEAD)
                && Repository.isValidRefName(ref(name));
    }

    /**
     * Whether a path with {@code /} names something inside a repository that every system can check out: relative, no
     * empty part, no {@code .} or {@code ..}, no {@code .git} in any disguise, no name that Windows reserves.
     */
    public static boolean isInside(String path) {
        try {
            new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true).checkPath(path);
        } catch (CorruptObjectException refused) {
            return false;
        }
        return path.chars().noneMatch(Character::isISOControl);
    }

    /** The id that Git gives to a file of this content. */
    public static String blobId(byte[] content) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, content).name();
        }
    }

    /** Whether the text is an id as Git writes it in full. */
    public static boolean isId(String text) {
        return ObjectId.isId(text);
    }

    /** A URL with its credentials replaced by {@code ***}. */
    public static String masked(String url) {
        return RepositoryAddress.masked(url);
    }

    static String ref(String branch) {
        return Constants.R_HEADS + branch;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
