package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of input artifacts must not leave the folder that they name before they go up. */
final class ArtifactPaths {
    private static final String UP = "/..";

    private ArtifactPaths() {}

    static void check(JsonNode template) throws PodException {
        for (JsonNode artifact : template.path("inputs").path("artifacts")) {
            JsonNode path = artifact.path("path");
            if (!path.asText().contains("{{") && leaves(path.asText())) {
                throw new PodException(
                        PodRules.ARTIFACT_PATH,
                        path,
                        "the path \"" + path.asText() + "\" of the artifact \"" + Json.name(artifact)
                                + "\" leaves its folder by \"..\"");
            }
        }
    }

    private static boolean leaves(String path) {
        int up = path.indexOf(UP + "/");
        String folder = up >= 0 ? path.substring(0, up) : path.endsWith(UP) ? path.substring(0, path.length() - 3) : "";
        String clean = clean(path);
        return !folder.isEmpty() && (!clean.startsWith(folder + "/") || clean.length() <= folder.length() + 1);
    }

    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
                parts.addLast(part);
            }
        }
        return (rooted ? "/" : "") + String.join("/", parts);
    }
}
