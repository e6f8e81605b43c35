package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Builds and adds mounts and volumes. */
final class Mounts {
    private Mounts() {}

    static ObjectNode mount(String volume, String path) {
        ObjectNode mount = Json.object();
        mount.put("name", volume);
        mount.put("mountPath", path);
        return mount;
    }

    static ObjectNode readOnly(String volume, String path) {
        return mount(volume, path).put("readOnly", true);
    }

    static ObjectNode emptyDir(String name) {
        ObjectNode volume = Json.object();
        volume.put("name", name);
        volume.putObject("emptyDir");
        return volume;
    }

    static void add(ObjectNode container, JsonNode mount) {
        Json.listIn(container, "volumeMounts").add(mount);
    }

    /** Whether one of the mounts holds the path. */
    static boolean hold(List<JsonNode> mounts, String path) {
        return mounts.stream().anyMatch(mount -> {
            String at = clean(mount.path("mountPath").asText());
            String wanted = clean(path);
            return wanted.equals(at) || wanted.startsWith(at.endsWith("/") ? at : at + "/");
        });
    }

    /** Whether a mount is a share of Windows' network, which Argo's containers cannot see. */
    static boolean isOfWindowsNetwork(PodDraft draft, JsonNode mount) {
        return draft.template
                        .path("nodeSelector")
                        .path("kubernetes.io/os")
                        .asText()
                        .equals("windows")
                && mount.path("mountPath").asText().startsWith("\\\\");
    }

    /** A path without a slash at its end or two in a row. */
    static String clean(String path) {
        StringBuilder result = new StringBuilder();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                result.append('/').append(part);
            }
        }
        return result.isEmpty() ? "/" : result.toString();
    }

    /** The mount as Argo's containers see it, under {@code /mainctrfs}. */
    static ObjectNode mirrored(PodDraft draft, JsonNode mount) {
        ObjectNode copy = draft.copy(mount);
        copy.put("mountPath", clean("/mainctrfs/" + mount.path("mountPath").asText()));
        return copy;
    }
}
