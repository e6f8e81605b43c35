package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.verifier.lint.spec.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** ConfigMaps and Secrets. */
final class Data {
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Data() {}

    static void configMap(Node root, Problems problems) {
        keys(root.get("data"), problems);
        keys(root.get("binaryData"), problems);
        root.get("data").fields((key, value) -> {
            if (root.get("binaryData").json().has(key)) {
                problems.add(KubernetesRules.DATA, value, "the key \"" + key + "\" stands in binaryData too");
            }
        });
        long[] size = {0};
        root.get("data").fields((key, value) -> size[0] += utf8(value.json().asText()));
        root.get("binaryData")
                .fields((key, value) -> size[0] += decoded(value.json().asText()));
        size(size[0], root, problems);
    }

    static void secret(Node root, Problems problems) {
        keys(root.get("data"), problems);
        keys(root.get("stringData"), problems);
        long[] size = {0};
        root.get("data").fields((key, value) -> {
            if (!root.get("stringData").json().has(key)) {
                size[0] += decoded(value.json().asText());
            }
        });
        root.get("stringData")
                .fields((key, value) -> size[0] += utf8(value.json().asText()));
        size(size[0], root, problems);
        type(root, problems);
    }

    private static void type(Node root, Problems problems) {
        switch (root.text("type")) {
            case "kubernetes.io/service-account-token" -> {
                Node annotations = root.get("metadata").get("annotations");
                if (!annotations.hasContent("kubernetes.io/service-account.name")) {
                    problems.add(
                            KubernetesRules.DATA,
                            annotations,
                            "a token of a service account needs the annotation kubernetes.io/service-account.name");
                }
            }
            case "kubernetes.io/dockercfg" -> json(root, ".dockercfg", problems);
            case "kubernetes.io/dockerconfigjson" -> json(root, ".dockerconfigjson", problems);
            case "kubernetes.io/basic-auth" -> {
                if (!has(root, "username") && !has(root, "password")) {
                    problems.add(
                            KubernetesRules.DATA, root.get("data"), "this type needs the key username or password");
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                String key = "ssh-privatekey";
                boolean plain = root.get("stringData").json().has(key);
                if (needs(root, key, problems)) {
                    problems.required(root.get(plain ? "stringData" : "data"), key);
                }
            }
            case "kubernetes.io/tls" -> {
                needs(root, "tls.crt", problems);
                needs(root, "tls.key", problems);
            }
            default -> {}
        }
    }

    private static boolean has(Node root, String key) {
        return root.get("data").json().has(key) || root.get("stringData").json().has(key);
    }

    private static boolean needs(Node root, String key, Problems problems) {
        if (!has(root, key)) {
            problems.add(
                    KubernetesRules.DATA, root.get("data"), "the type " + root.text("type") + " needs the key " + key);
        }
        return has(root, key);
    }

    private static void json(Node root, String key, Problems problems) {
        if (!needs(root, key, problems)) {
            return;
        }
        boolean plain = root.get("stringData").json().has(key);
        Node value = root.get(plain ? "stringData" : "data").get(key);
        String text = plain ? value.json().asText() : decodedText(value.json().asText());
        try {
            if (!JSON.readTree(text).isObject()) {
                problems.add(KubernetesRules.DATA, value, key + " must be a JSON object");
            }
        } catch (JsonProcessingException e) {
            problems.add(KubernetesRules.DATA, value, key + " is no JSON");
        }
    }

    private static void keys(Node data, Problems problems) {
        data.fields((key, value) -> {
            if (!Forms.isFileKey(key)) {
                problems.add(
                        KubernetesRules.DATA, value, "\"" + key + "\" is no key: letters, digits, '-', '_' and '.'");
            }
        });
    }

    private static void size(long size, Node root, Problems problems) {
        if (size > LARGEST) {
            problems.add(
                    KubernetesRules.DATA,
                    root.get("data"),
                    "the data have " + size + " bytes; at most " + LARGEST + " are allowed");
        }
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long decoded(String base64) {
        return base64.length() * 3L / 4;
    }

    private static String decodedText(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
