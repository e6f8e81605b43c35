package io.tiphys.verifier.lint.verdict;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of artifacts, which must not lead out of their folder by {@code ..}. */
final class Paths {
    /** Argo's own pattern takes any two characters at the end. */
    private static final Pattern END = Pattern.compile("/..$");

    private Paths() {}

    /** What is wrong with the path of an artifact. */
    static Optional<String> problem(String name, String path) {
        if (path.isEmpty()) {
            return Optional.of("the artifact \"" + name + "\" has no path");
        }
        int up = path.indexOf("/../");
        String safe =
                up >= 0 ? path.substring(0, up) : END.matcher(path).find() ? path.substring(0, path.length() - 3) : "";
        String cleaned = clean(path);
        boolean inside = cleaned.startsWith(safe + "/") && cleaned.length() > safe.length() + 1;
        return safe.isEmpty() || inside
                ? Optional.empty()
                : Optional.of("the path \"" + path + "\" of the artifact \"" + name + "\" leads out of its folder");
    }

    /** The shortest path of the same meaning, by Go's {@code filepath.Clean}. */
    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(up && rooted)) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
