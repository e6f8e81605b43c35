package io.tiphys.model.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Where Go's parser reads a text in another way than SnakeYAML, or refuses it. See also {@link Tabs}. */
final class GoSyntax {
    private static final Pattern UNKNOWN_DIRECTIVE = Pattern.compile(
            "(?:[ \\t]*+(?:#[^\\r\\n]*+)?+[\\r\\n]|%(?:YAML|TAG)[ \\t][^\\r\\n]*+[\\r\\n])*+%(?!(?:YAML|TAG)[ \\t])");
    private static final Pattern TAB_FIRST = Pattern.compile("\\n*+\\t");
    private static final Pattern EXPLICIT_INDENT = Pattern.compile("[|>][-+]?[1-9]");
    private static final Pattern VERSION = Pattern.compile("^%YAML[ \\t]+(\\S+)", Pattern.MULTILINE);

    private final String text;
    private final Characters characters;

    GoSyntax(String text, Characters characters) {
        this.text = text;
        this.characters = characters;
    }

    /** No directive but YAML and TAG. */
    Optional<String> unknownDirective() {
        return UNKNOWN_DIRECTIVE.matcher(text).lookingAt()
                ? Optional.of("a line that starts with % is none of YAML's")
                : Optional.empty();
    }

    /** No version but 1.1. */
    Optional<String> version(DocumentStartEvent event) {
        Matcher version = VERSION.matcher(text);
        return event.getVersion() != null && version.find() && !version.group(1).equals("1.1")
                ? Optional.of("YAML version " + version.group(1) + " is not 1.1, the only one that is read")
                : Optional.empty();
    }

    /** The indentation of a block is found by its first line, and no tab may stand there. */
    Optional<String> block(ScalarEvent event) {
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        if (!block || !TAB_FIRST.matcher(event.getValue()).lookingAt()) {
            return Optional.empty();
        }
        int start = characters.offset(event.getStartMark().getIndex());
        return EXPLICIT_INDENT.matcher(text).region(start, text.length()).lookingAt()
                ? Optional.empty()
                : Optional.of("the text of this block starts with a tab, where blanks must tell its indentation");
    }

    /** In braces a plain key ends at a colon only if a blank follows. */
    Optional<String> flowKey(Event key) {
        char next = afterColon(key);
        return next == '[' || next == '{' ? Optional.of("a blank is missing behind the colon") : Optional.empty();
    }

    /** So {@code {a:}} has the key "a:". */
    Event withColon(Event key) {
        char next = afterColon(key);
        if (!(key instanceof ScalarEvent scalar) || (next != ',' && next != ']' && next != '}')) {
            return key;
        }
        return new ScalarEvent(
                scalar.getAnchor(),
                scalar.getTag(),
                scalar.getImplicit(),
                scalar.getValue() + ":",
                key.getStartMark(),
                key.getEndMark(),
                ScalarStyle.PLAIN);
    }

    /** What stands behind the colon of a plain key; a blank where there is no such colon. */
    private char afterColon(Event key) {
        if (!(key instanceof ScalarEvent scalar) || scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return ' ';
        }
        int end = characters.offset(key.getEndMark().getIndex());
        return text.startsWith(":", end) && end + 1 < text.length() ? text.charAt(end + 1) : ' ';
    }
}
