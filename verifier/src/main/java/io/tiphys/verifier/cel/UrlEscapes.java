package io.tiphys.verifier.cel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent escapes of URLs, as Go's {@code net/url} reads and writes them. */
final class UrlEscapes {
    private static final String UNRESERVED = "-_.~";
    private static final String IN_PATH = UNRESERVED + "$&+,/:;=@";
    private static final String VALID_IN_PATH = IN_PATH + "!'()*[]%";
    private static final String IN_HOST = UNRESERVED + "!$&'()*+,;=:[]<>\"";

    private UrlEscapes() {}

    /**
     * The text without escapes.
     *
     * @param plusIsSpace as in queries
     * @throws CelFailure for an escape that is none
     */
    static String decode(String text, boolean plusIsSpace) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                out.write(escaped(bytes, i));
                i += 2;
            } else {
                out.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int escaped(byte[] bytes, int at) {
        int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            String seen = new String(bytes, at, Math.min(3, bytes.length - at), StandardCharsets.UTF_8);
            throw new CelFailure("invalid URL escape \"" + seen + "\"");
        }
        return high * 16 + low;
    }

    /** The escaped path that equals a path as written: the same if it needs no other escapes. */
    static String path(String written) {
        if (written.chars().allMatch(c -> isOneOf(c, VALID_IN_PATH))) {
            return written;
        }
        StringBuilder out = new StringBuilder();
        for (byte next : decode(written, false).getBytes(StandardCharsets.UTF_8)) {
            if (isOneOf(next, IN_PATH)) {
                out.append((char) next);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit((next >> 4) & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(next & 15, 16)));
            }
        }
        return out.toString();
    }

    /**
     * The host without escapes; only characters beyond ASCII and the percent sign may be escaped there.
     *
     * @throws CelFailure for a character that no host has
     */
    static String host(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean escape = c == '%';
            if (escape && i + 1 < written.length() && Character.digit(written.charAt(i + 1), 16) < 8) {
                String seen = written.substring(i, Math.min(i + 3, written.length()));
                if (!seen.equals("%25")) {
                    throw new CelFailure("invalid URL escape \"" + seen + "\"");
                }
            }
            if (!escape && c < 0x80 && !isOneOf(c, IN_HOST)) {
                throw new CelFailure("invalid character \"" + c + "\" in host name");
            }
        }
        return decode(written, false);
    }

    private static boolean isOneOf(int c, String others) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.indexOf(c) >= 0;
    }
}
