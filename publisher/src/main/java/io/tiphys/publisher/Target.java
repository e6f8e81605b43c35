package io.tiphys.publisher;

import io.tiphys.publisher.git.GitNames;

/**
 * Where in which repository.
 *
 * @param repository a folder of this machine, or a URL: https, ssh, git, file
 * @param createIfMissing whether a missing folder becomes a bare repository; for the embedded default only
 * @param branch short name of the branch; it need not exist yet
 * @param path folder in the repository with {@code /}; {@code .} for its root
 */
public record Target(String repository, boolean createIfMissing, String branch, String path) {

    /** The repository's address with credentials masked. */
    public String display() {
        return GitNames.masked(repository);
    }

    Target checked() throws PublishException {
        if (!GitNames.isBranch(branch)) {
            throw PublishException.input(
                    "The branch name \"" + branch + "\" is not valid in Git.",
                    "Give a name such as main, without blanks, \"..\" or any of ~^:?*[\\");
        }
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (path.isEmpty() || folder.equals(".")) {
            return new Target(repository, createIfMissing, branch, "");
        }
        if (!GitNames.isInside(folder)) {
            throw PublishException.input(
                    "The path \"" + path + "\" is not a folder inside the repository.",
                    "Give a relative path with /, such as templates, without \"..\" and \".git\"; \".\" is the root.");
        }
        return new Target(repository, createIfMissing, branch, folder);
    }

    /** The path of a file in the repository, from its path in the published folder. */
    String in(String file) {
        return path.isEmpty() ? file : path + "/" + file;
    }

    /** Credentials of the URL stay hidden. */
    @Override
    public String toString() {
        return display() + ", branch " + branch + ", path " + path;
    }
}
