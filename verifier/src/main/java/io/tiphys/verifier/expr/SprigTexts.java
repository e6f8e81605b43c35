package io.tiphys.verifier.expr;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Adler32;

/** Sprig's functions of texts. */
final class SprigTexts {
    static final Set<String> NAMES = Set.of(
            "hello",
            "trim",
            "upper",
            "lower",
            "trunc",
            "substr",
            "repeat",
            "trimall",
            "trimAll",
            "trimSuffix",
            "trimPrefix",
            "nospace",
            "contains",
            "hasPrefix",
            "hasSuffix",
            "quote",
            "squote",
            "cat",
            "indent",
            "nindent",
            "replace",
            "plural",
            "sha1sum",
            "sha256sum",
            "adler32sum",
            "toString",
            "abbrev",
            "join",
            "b64enc",
            "b64dec",
            "fail",
            "regexMatch",
            "mustRegexMatch",
            "regexFind",
            "mustRegexFind",
            "regexReplaceAll",
            "mustRegexReplaceAll",
            "regexReplaceAllLiteral",
            "mustRegexReplaceAllLiteral");

    private SprigTexts() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "hello" -> {
                given.exactly(0);
                yield "Hello!";
            }
            case "quote", "squote", "cat" -> printed(name, given);
            case "trim",
                    "upper",
                    "lower",
                    "nospace",
                    "b64enc",
                    "b64dec",
                    "sha1sum",
                    "sha256sum",
                    "adler32sum",
                    "fail" -> one(name, given.exactly(1).text(0));
            case "toString" -> Sprig.text(given.exactly(1).get(0));
            case "trunc", "abbrev", "repeat", "indent", "nindent" ->
                sized(name, given.exactly(2).integer(0), given.text(1));
            case "substr" -> substr(given.exactly(3).integer(0), given.integer(1), given.text(2));
            case "plural" -> given.exactly(3).integer(2) == 1 ? given.text(0) : given.text(1);
            case "join" -> {
                given.exactly(2);
                yield Texts.bounded(String.join(given.text(0), SprigLists.texts(given.get(1))));
            }
            case "replace" -> Texts.replace(given.exactly(3).text(2), given.text(0), given.text(1), -1);
            case "trimall", "trimAll", "trimSuffix", "trimPrefix", "contains", "hasPrefix", "hasSuffix" ->
                two(name, given.exactly(2).text(0), given.text(1));
            default -> expression(name, given);
        };
    }

    private static Object printed(String name, Arguments given) throws ValueException {
        List<String> words = new ArrayList<>();
        for (Object value : given.values()) {
            if (value != Nil.NIL) {
                String text = Sprig.text(value);
                words.add(name.equals("cat") ? text : name.equals("squote") ? "'" + text + "'" : GoQuote.quote(text));
            }
        }
        return Texts.bounded(String.join(" ", words));
    }

    private static Object one(String name, String text) throws ValueException {
        return switch (name) {
            case "trim" -> Texts.trim(text, Chars::isSpace);
            case "upper" -> Texts.upper(text);
            case "lower" -> Texts.lower(text);
            case "nospace" -> {
                StringBuilder kept = new StringBuilder();
                text.codePoints().filter(c -> !Chars.isSpace(c)).forEach(kept::appendCodePoint);
                yield kept.toString();
            }
            case "b64enc" -> Base64.getEncoder().encodeToString(Texts.bytes(text));
            case "b64dec" -> decoded(text);
            case "sha1sum" -> digest("SHA-1", text);
            case "sha256sum" -> digest("SHA-256", text);
            case "adler32sum" -> {
                Adler32 sum = new Adler32();
                sum.update(text.getBytes(StandardCharsets.UTF_8));
                yield Long.toString(sum.getValue());
            }
            default -> throw ValueException.failure(text);
        };
    }

    /** What cannot be decoded becomes a message, which is not ours to guess. */
    private static String decoded(String text) throws ValueException {
        try {
            return Functions.base64(text);
        } catch (ValueException e) {
            throw ValueException.unknown(e.message());
        }
    }

    private static String digest(String algorithm, String text) throws ValueException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Texts.bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw ValueException.unknown(algorithm);
        }
    }

    private static Object sized(String name, long size, String text) throws ValueException {
        long length = Texts.size(text);
        return switch (name) {
            case "trunc" -> {
                boolean tail = size < 0 && length + size > 0;
                yield tail
                        ? Texts.part(text, length + size, length)
                        : size >= 0 && length > size ? Texts.part(text, 0, size) : text;
            }
            case "abbrev" -> {
                if (length != text.length()) {
                    throw ValueException.unknown("the abbreviation of such a text");
                }
                yield size < 4 || length <= size ? text : text.substring(0, (int) size - 3) + "...";
            }
            case "repeat" -> Texts.repeat(text, size);
            default -> {
                String pad = Texts.repeat(" ", size);
                yield Texts.bounded((name.equals("nindent") ? "\n" : "") + pad + text.replace("\n", "\n" + pad));
            }
        };
    }

    private static Object substr(long start, long end, String text) throws ValueException {
        if (start < 0) {
            return Texts.part(text, 0, end);
        }
        return Texts.part(text, start, end < 0 || end > Texts.size(text) ? Texts.size(text) : end);
    }

    private static Object two(String name, String part, String text) {
        return switch (name) {
            case "contains" -> text.contains(part);
            case "hasPrefix" -> text.startsWith(part);
            case "hasSuffix" -> text.endsWith(part);
            case "trimPrefix" -> text.startsWith(part) ? text.substring(part.length()) : text;
            case "trimSuffix" -> text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text;
            default -> Texts.trim(text, c -> part.indexOf(c) >= 0);
        };
    }

    private static Object expression(String name, Arguments given) throws ValueException {
        boolean replaces = name.contains("Replace");
        given.exactly(replaces ? 3 : 2);
        Pattern pattern;
        try {
            pattern = Pattern.compile(given.text(0));
        } catch (PatternSyntaxException e) {
            if (name.equals("regexMatch")) {
                return false;
            }
            throw ValueException.failure("no regular expression: " + e.getDescription());
        }
        Matcher matcher = pattern.matcher(given.text(1));
        if (name.endsWith("Match")) {
            return matcher.find();
        }
        if (!replaces) {
            return matcher.find() ? matcher.group() : "";
        }
        String other = given.text(2);
        if (!name.endsWith("Literal") && other.contains("$")) {
            throw ValueException.unknown("groups in a replacement");
        }
        return Texts.bounded(matcher.replaceAll(Matcher.quoteReplacement(other)));
    }
}
