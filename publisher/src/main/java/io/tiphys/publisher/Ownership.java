package io.tiphys.publisher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.publisher.git.GitNames;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files of the published folder belong to one owner, and what they held when they were published. It lies in the
 * folder itself, a file per owner, so that owners who publish at once never write the same file; its name ends neither
 * in {@code .json} nor {@code .yaml}, for Argo CD reads those even in dot folders.
 *
 * @param owner whose
 * @param files path in the published folder to the blob id published last
 */
record Ownership(String owner, SortedMap<String, String> files) {
    static final String FOLDER = ".tiphys";
    static final int LIMIT_BYTES = 64 << 20;
    private static final String SUFFIX = ".owned";

    Ownership {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static void check(String owner) throws PublishException {
        boolean simple =
                owner.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || ".-_:".indexOf(c) >= 0));
        if (!simple || !GitNames.isInside(fileOf(owner)) || owner.isEmpty()) {
            throw PublishException.input(
                    "The owner \"" + owner + "\" is not valid: letters, digits and .-_: are allowed.",
                    "Use groupId:artifactId.");
        }
    }

    /** Where the record of an owner lies in the published folder. */
    static String fileOf(String owner) {
        return FOLDER + "/" + owner.replace(':', '+') + SUFFIX;
    }

    static boolean isRecord(String name) {
        return name.endsWith(SUFFIX);
    }

    byte[] content() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", 1);
        json.put("owner", owner);
        ObjectNode list = json.putObject("files");
        files.forEach(list::put);
        return Json.bytes(json);
    }

    /**
     * Reads a record. It comes from outside: what it names must be inside the folder, and no record.
     *
     * @param place the file's path, for the message
     */
    static Ownership read(byte[] content, String place) throws PublishException {
        JsonNode json;
        try {
            json = Json.read(content);
        } catch (IOException malformed) {
            throw broken(place, "it is not JSON");
        }
        JsonNode list = json.path("files");
        if (json.path("schema").asInt() != 1 || !json.path("owner").isTextual() || !list.isObject()) {
            throw broken(place, "it is not of schema 1");
        }
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file : list.properties()) {
            boolean ours = GitNames.isInside(file.getKey()) && !isReserved(file.getKey());
            if (!ours || !GitNames.isId(file.getValue().asText())) {
                throw broken(place, "\"" + file.getKey() + "\" cannot be an owned file");
            }
            files.put(file.getKey(), file.getValue().asText());
        }
        return new Ownership(json.path("owner").asText(), files);
    }

    /** Whether a path of the published folder is for records only. */
    static boolean isReserved(String path) {
        return path.equals(FOLDER) || path.startsWith(FOLDER + "/");
    }

    private static PublishException broken(String place, String why) {
        return new PublishException(
                PublishException.Blame.ENVIRONMENT,
                "The ownership record " + place + " in the repository cannot be used: " + why + ".",
                "Restore it from the branch's history: git checkout <commit> -- " + place);
    }
}
