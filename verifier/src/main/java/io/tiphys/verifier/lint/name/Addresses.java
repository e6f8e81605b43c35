package io.tiphys.verifier.lint.name;

import java.util.regex.Pattern;

/** Addresses without zone, leading zeros, or an old address inside a new one. */
final class Addresses {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    private Addresses() {}

    static boolean isAddress(String text) {
        return V4.matcher(text).matches() || (text.contains(":") && isV6(text));
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS && !isMapped(text);
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before);
        int right = after.isEmpty() ? 0 : groups(after);
        return left >= 0 && right >= 0 && left + right < GROUPS && !isMapped(text);
    }

    /** How many groups of 16 bits; -1 where one is none. An address of four bytes at the end counts as two. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && V4.matcher(parts[i]).matches()) {
                count += 2;
            } else if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isMapped(String text) {
        return text.matches("(?i)(?:0{0,4}:){1,5}:?ffff:[^:]*(?::[^:]*)?");
    }
}
