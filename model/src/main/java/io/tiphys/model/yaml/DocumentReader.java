package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds one document, as nodes and as JSON in one pass, from the parser's events. */
final class DocumentReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String text;
    private final Characters characters;
    private final GoSyntax syntax;
    private final int firstLine;
    private final YamlLimits limits;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Map<String, Built> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private final Parser events;
    private int nodes;

    DocumentReader(String text, int firstLine, YamlLimits limits) {
        this.text = text;
        this.characters = new Characters(text);
        this.syntax = new GoSyntax(text, characters);
        this.firstLine = firstLine;
        this.limits = limits;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.events = new ParserImpl(new StreamReader(new StringReader(text)), options);
    }

    record Content(YamlNode root, JsonNode json) {}

    /** @param scalar the type of a scalar, or null for a collection */
    private record Built(YamlNode node, JsonNode json, int size, GoScalars.@Nullable Scalar scalar) {}

    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient YamlProblem problem;
        private final int index;

        UnreadableException(YamlProblem.Kind kind, Position position, String message) {
            this(kind, position, message, -1);
        }

        UnreadableException(YamlProblem.Kind kind, Position position, String message, int index) {
            super(message);
            this.problem = new YamlProblem(kind, position, message);
            this.index = index;
        }

        YamlProblem problem() {
            return problem;
        }

        /** Where in the text the parser stopped, or -1. */
        int index() {
            return index;
        }
    }

    List<YamlProblem> problems() {
        return problems;
    }

    /** How many nodes were read, those of aliases counted again. */
    int nodes() {
        return nodes;
    }

    /** The document's content; nothing where there is only white space, comments or null. */
    Optional<Content> read() throws UnreadableException {
        Optional<String> unknown = syntax.unknownDirective();
        if (unknown.isPresent()) {
            throw new UnreadableException(YamlProblem.Kind.SYNTAX, new Position(firstLine, 1), unknown.get());
        }
        try {
            for (Event event = events.getEvent(); event != null; event = events.getEvent()) {
                if (event instanceof DocumentStartEvent start) {
                    refuse(start, syntax.version(start));
                } else if (event instanceof NodeEvent) {
                    Built built = value(event, 0);
                    events.getEvent(); // the end of the document
                    lookBehind();
                    return built.json().isNull()
                            ? Optional.empty()
                            : Optional.of(new Content(built.node(), built.json()));
                }
            }
            return Optional.empty();
        } catch (ReaderException e) {
            throw new UnreadableException(
                    YamlProblem.Kind.SYNTAX,
                    positionOf(e.getPosition()),
                    "the character " + String.format("U+%04X", e.getCodePoint()) + " is not allowed");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int index = mark == null ? -1 : characters.offset(mark.getIndex());
            throw new UnreadableException(
                    YamlProblem.Kind.SYNTAX, position(SyntaxMessages.mark(e)), SyntaxMessages.of(e, firstLine), index);
        } catch (YAMLException e) {
            throw new UnreadableException(
                    YamlProblem.Kind.SYNTAX, new Position(firstLine, 1), String.valueOf(e.getMessage()));
        }
    }

    /** What follows {@code ...} without {@code ---}, Kubernetes does not read. */
    private void lookBehind() {
        Position position;
        try {
            Event next = events.getEvent();
            if (!(next instanceof DocumentStartEvent)) {
                return;
            }
            position = position(events.getEvent().getStartMark());
        } catch (MarkedYAMLException e) {
            position = position(e.getProblemMark());
        }
        problems.add(new YamlProblem(
                YamlProblem.Kind.DROPPED,
                position,
                "what stands behind the end of the document is left out; a line --- starts another document"));
    }

    /** A node that is no key: it must have a value in JSON. */
    private Built value(Event event, int depth) throws UnreadableException {
        Built built = build(event, depth);
        if (built.json().isMissingNode()) {
            throw new UnreadableException(
                    YamlProblem.Kind.NOT_JSON,
                    position(event.getStartMark()),
                    "infinity and what is not a number have no place in JSON");
        }
        return built;
    }

    private Built build(Event event, int depth) throws UnreadableException {
        if (depth > limits.depth()) {
            throw limit(event, "collections are nested more than " + limits.depth() + " deep");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        count(event, 1);
        Built built;
        if (event instanceof ScalarEvent scalar) {
            built = scalar(scalar);
        } else if (event instanceof SequenceStartEvent) {
            built = sequence(event, depth);
        } else {
            built = mapping((MappingStartEvent) event, depth);
        }
        if (anchor != null) {
            openAnchors.remove(anchor);
            anchors.put(anchor, built);
        }
        return built;
    }

    private Built alias(AliasEvent event) throws UnreadableException {
        String name = event.getAnchor();
        if (openAnchors.contains(name)) {
            throw syntax(event, "anchor \"" + name + "\" contains itself");
        }
        Built built = anchors.get(name);
        if (built == null) {
            throw syntax(event, "alias \"*" + name + "\" has no anchor \"&" + name + "\" before it");
        }
        count(event, built.size());
        return built;
    }

    private Built scalar(ScalarEvent event) throws UnreadableException {
        Position start = position(event.getStartMark());
        String tag = event.getTag();
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        try {
            refuse(event, syntax.block(event));
            GoScalars.Scalar scalar = GoScalars.resolve(event.getValue(), plain, tag);
            YamlNode.Style style = style(event.getScalarStyle());
            YamlNode node = new YamlNode.Scalar(
                    start,
                    event.getValue(),
                    style,
                    tag == null ? "" : tag,
                    indent(style, event.getStartMark()),
                    width(event.getStartMark(), event.getEndMark()));
            return new Built(node, scalar.json(), 1, scalar);
        } catch (GoScalars.NotJsonException e) {
            throw new UnreadableException(YamlProblem.Kind.NOT_JSON, start, String.valueOf(e.getMessage()));
        }
    }

    private static int width(@Nullable Mark start, @Nullable Mark end) {
        if (start == null || end == null || start.getLine() != end.getLine()) {
            return 0;
        }
        return end.getColumn() - start.getColumn();
    }

    /** Blanks before the first line of a block scalar that is not blank. */
    private int indent(YamlNode.Style style, @Nullable Mark mark) {
        boolean block = style == YamlNode.Style.LITERAL || style == YamlNode.Style.FOLDED;
        if (!block || mark == null) {
            return 0;
        }
        int line = text.indexOf('\n', text.offsetByCodePoints(0, mark.getIndex()));
        while (line >= 0) {
            int at = line + 1;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                return at - line - 1;
            }
            line = text.indexOf('\n', at);
        }
        return 0;
    }

    private Built sequence(Event event, int depth) throws UnreadableException {
        List<YamlNode> items = new ArrayList<>();
        ArrayNode json = JSON.arrayNode();
        int size = 1;
        for (Event next = events.getEvent(); !next.is(Event.ID.SequenceEnd); next = events.getEvent()) {
            Built item = value(next, depth + 1);
            items.add(item.node());
            json.add(item.json());
            size += item.size();
        }
        return new Built(new YamlNode.Sequence(position(event.getStartMark()), items), json, size, null);
    }

    private Built mapping(MappingStartEvent event, int depth) throws UnreadableException {
        MappingBuilder mapping = new MappingBuilder(problems);
        int size = 1;
        for (Event next = events.getEvent(); !next.is(Event.ID.MappingEnd); next = events.getEvent()) {
            if (event.isFlow()) {
                refuse(next, syntax.flowKey(next));
                next = syntax.withColon(next);
            }
            Built key = build(next, depth + 1);
            Event valueEvent = events.getEvent();
            Built value = value(valueEvent, depth + 1);
            size += key.size() + value.size();
            Position at = position(next.getStartMark());
            if (MappingBuilder.isMerge(next)) {
                if (!mapping.merge(at, value.node(), value.json(), valueEvent instanceof AliasEvent)) {
                    throw syntax(valueEvent, "\"<<\" takes a mapping or a list of mappings");
                }
            } else {
                mapping.add(keyName(key, at), at, value.node(), value.json());
            }
        }
        return new Built(mapping.node(position(event.getStartMark())), mapping.json(), size, null);
    }

    private static String keyName(Built key, Position at) throws UnreadableException {
        String name = key.scalar() == null ? null : key.scalar().key();
        if (name == null) {
            throw new UnreadableException(
                    YamlProblem.Kind.NOT_JSON, at, "a key must be text, a number of at most 63 bits or a boolean");
        }
        return name;
    }

    private void count(Event event, int more) throws UnreadableException {
        nodes += more;
        if (nodes > limits.nodes() || nodes < 0) {
            throw limit(event, "the document has more than " + limits.nodes() + " nodes once aliases are replaced");
        }
    }

    private void refuse(Event event, Optional<String> message) throws UnreadableException {
        if (message.isPresent()) {
            throw syntax(event, message.get());
        }
    }

    private UnreadableException limit(Event event, String message) {
        return new UnreadableException(YamlProblem.Kind.LIMIT, position(event.getStartMark()), message);
    }

    private UnreadableException syntax(Event event, String message) {
        return new UnreadableException(YamlProblem.Kind.SYNTAX, position(event.getStartMark()), message);
    }

    private Position position(@Nullable Mark mark) {
        return mark == null
                ? new Position(firstLine, 1)
                : new Position(firstLine + mark.getLine(), mark.getColumn() + 1);
    }

    private Position positionOf(int codePoint) {
        String before = text.substring(0, characters.offset(codePoint));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return new Position(firstLine + line, before.codePointCount(start, before.length()) + 1);
    }

    private static YamlNode.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> YamlNode.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlNode.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlNode.Style.LITERAL;
            case FOLDED -> YamlNode.Style.FOLDED;
            case PLAIN -> YamlNode.Style.PLAIN;
        };
    }
}
