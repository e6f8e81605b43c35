package io.tiphys.verifier.kubernetes;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How texts are spelt: what the API server's names and paths have in common. */
final class Forms {
    private static final Pattern PORT = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -<>-~]+");
    private static final Pattern PATH_SEGMENT = Pattern.compile("[^%/]*");
    private static final int LONGEST_PORT = 15;
    private static final int LONGEST_KEY = 253;

    private Forms() {}

    static boolean isPortName(String name) {
        return name.length() <= LONGEST_PORT
                && PORT.matcher(name).matches()
                && !name.contains("--")
                && name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    /** Keys of ConfigMaps and Secrets, which become files. */
    static boolean isFileKey(String key) {
        return key.length() <= LONGEST_KEY && KEY.matcher(key).matches() && !key.equals(".") && !key.startsWith("..");
    }

    static boolean isEnvName(String name) {
        return PRINTABLE.matcher(name).matches();
    }

    /** Names that stand in URLs as they are: roles. */
    static boolean isPathSegment(String name) {
        return PATH_SEGMENT.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    /** Whether a path leads out of where it starts. */
    static boolean leadsOut(String path) {
        return Arrays.asList(path.split("/", -1)).contains("..");
    }
}
