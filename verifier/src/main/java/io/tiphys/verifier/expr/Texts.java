package io.tiphys.verifier.expr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as Go has them: arrays of bytes. */
final class Texts {
    private static final int LONGEST = 200_000;

    private Texts() {}

    /** The text, if it is of a size that we compute with. */
    static String bounded(String text) throws ValueException {
        if (text.length() > LONGEST) {
            throw ValueException.unknown("a text of more than " + LONGEST + " characters");
        }
        return text;
    }

    static int compare(String left, String right) {
        return java.util.Arrays.compareUnsigned(bytes(left), bytes(right));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int size(String text) {
        return bytes(text).length;
    }

    /** Bytes of a text; the ends of characters are not cut. */
    static String part(String text, long from, long to) throws ValueException {
        byte[] bytes = bytes(text);
        if (from < 0 || to > bytes.length || from > to) {
            throw ValueException.failure("the text has only " + bytes.length + " bytes");
        }
        return of(java.util.Arrays.copyOfRange(bytes, (int) from, (int) to));
    }

    static String of(byte[] bytes) throws ValueException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ValueException.unknown("half a character");
        }
    }

    /** Parts between separators, at most that many if the limit is not negative. */
    static List<String> split(String text, String separator, long limit, boolean keep) throws ValueException {
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        int at = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int end = separator.isEmpty()
                    ? at < text.length() ? at + Character.charCount(text.codePointAt(at)) : -1
                    : text.indexOf(separator, at);
            if (end < 0 || (separator.isEmpty() && end >= text.length())) {
                break;
            }
            parts.add(text.substring(at, keep ? end + separator.length() : end));
            at = end + separator.length();
            if (parts.size() > LONGEST) {
                throw ValueException.unknown("more than " + LONGEST + " parts");
            }
        }
        if (!separator.isEmpty() || !text.isEmpty()) {
            parts.add(text.substring(at));
        }
        return parts;
    }

    /** Replaces the first occurrences, all if the limit is negative. */
    static String replace(String text, String old, String other, long limit) throws ValueException {
        if (old.isEmpty()) {
            throw ValueException.unknown("replacing nothing");
        }
        if ((long) text.length() / old.length() * (other.length() + 1) > LONGEST) {
            throw ValueException.unknown("a text of more than " + LONGEST + " characters");
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (long i = 0; limit < 0 || i < limit; i++) {
            int found = text.indexOf(old, at);
            if (found < 0) {
                break;
            }
            result.append(text, at, found).append(other);
            at = found + old.length();
        }
        return result.append(text.substring(at)).toString();
    }

    /** Without the characters of a set at both ends. */
    static String trim(String text, java.util.function.IntPredicate set) {
        int from = 0;
        int to = text.length();
        while (from < to && set.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && set.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    static String repeat(String text, long count) throws ValueException {
        if (count < 0) {
            throw ValueException.failure("a text is not repeated " + count + " times");
        }
        if (count * Math.max(1, text.length()) > LONGEST || count > LONGEST) {
            throw ValueException.unknown("a text of more than " + LONGEST + " characters");
        }
        return text.repeat((int) count);
    }

    /** Upper case, where each character has one. */
    static String upper(String text) {
        return simple(text, Character::toUpperCase);
    }

    static String lower(String text) {
        return simple(text, Character::toLowerCase);
    }

    private static String simple(String text, java.util.function.IntUnaryOperator change) {
        StringBuilder result = new StringBuilder();
        text.codePoints().map(change).forEach(result::appendCodePoint);
        return result.toString();
    }
}
