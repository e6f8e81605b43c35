package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Writes JSON content as YAML in one canonical form: keys in the order given, two blanks of indent, multi-line text as
 * literal blocks, every string that YAML 1.1 or 1.2 could read as another type in double quotes, line feeds, no folding.
 */
public final class YamlWriter {
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_./\\\\][A-Za-z0-9_./\\\\:@%+=,()$~^;<>*&!?'\\[\\]{}| -]*");
    /** What YAML 1.2 reads as a number though 1.1 does not, and base-60 and dates of 1.1. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[.0-9][-+_.:0-9a-fA-FxXoOeEtTzZ ]*");

    /** A longer key takes YAML's {@code ? key} form; 1024 is the longest that YAML allows before a colon. */
    private static final int LONGEST_KEY = 1024;

    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan", ".nan", ".inf", "=", "<<");

    private YamlWriter() {}

    /** One document, ending with a line feed and without a {@code ---} line. */
    public static String write(JsonNode content) {
        TextWriter out = new TextWriter();
        DumperOptions options = new DumperOptions();
        options.setIndent(2);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setMaxSimpleKeyLength(LONGEST_KEY);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        Emitter emitter = new Emitter(out, options);
        try {
            emitter.emit(new StreamStartEvent(null, null));
            emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
            emit(emitter, content);
            emitter.emit(new DocumentEndEvent(null, null, false));
            emitter.emit(new StreamEndEvent(null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toString();
    }

    private static void emit(Emitter emitter, JsonNode node) throws IOException {
        if (node.isObject()) {
            FlowStyle flow = node.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
            emitter.emit(new MappingStartEvent(null, null, true, null, null, flow));
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                emitter.emit(string(field.getKey(), true));
                emit(emitter, field.getValue());
            }
            emitter.emit(new MappingEndEvent(null, null));
        } else if (node.isArray()) {
            FlowStyle flow = node.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
            emitter.emit(new SequenceStartEvent(null, null, true, null, null, flow));
            for (JsonNode item : node) {
                emit(emitter, item);
            }
            emitter.emit(new SequenceEndEvent(null, null));
        } else if (node.isNumber() || node.isBoolean() || node.isNull()) {
            emitter.emit(scalar(node.asText(), ScalarStyle.PLAIN));
        } else {
            emitter.emit(string(node.asText(), false));
        }
    }

    private static Event string(String text, boolean key) {
        if (isPlain(text)) {
            return scalar(text, ScalarStyle.PLAIN);
        }
        boolean block = !key && text.indexOf('\n') >= 0 && isBlock(text);
        if (block) {
            return scalar(text, ScalarStyle.LITERAL);
        }
        return scalar(text, isSingleQuoted(text) ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED);
    }

    /** Text full of what double quotes would escape, such as JSON. */
    private static boolean isSingleQuoted(String text) {
        return (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0)
                && text.indexOf('\'') < 0
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static boolean isPlain(String text) {
        return isWord(text) ? !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT)) : isPlainText(text);
    }

    /** What most keys and names are: a letter, then letters, digits, - and _; no number of YAML 1.1 or 1.2 looks so. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-' || c == '_'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPlainText(String text) {
        return SAFE.matcher(text).matches()
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.startsWith("---")
                && !text.startsWith("...")
                && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))
                && !NUMBER_LIKE.matcher(text).matches()
                && !GoScalars.isAmbiguous(text);
    }

    /** A block cannot hold control characters, and trailing or leading blanks are better seen in quotes. */
    private static boolean isBlock(String text) {
        if (text.startsWith(" ") || text.startsWith("\n") || text.startsWith("\t") || text.isBlank()) {
            return false;
        }
        if (text.contains(" \n") || text.contains("\t\n") || text.endsWith(" ") || text.endsWith("\t")) {
            return false;
        }
        return text.chars()
                .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t')
                        || c == 0x7f
                        || c == 0x85
                        || c == 0x2028
                        || c == 0x2029
                        || c == 0xfeff
                        || (c >= 0x80 && c < 0xa0)
                        || c == 0xfffe
                        || c == 0xffff);
    }

    private static Event scalar(String text, ScalarStyle style) {
        boolean plain = style == ScalarStyle.PLAIN;
        return new ScalarEvent(null, null, new ImplicitTuple(plain, !plain), text, null, null, style);
    }
}
