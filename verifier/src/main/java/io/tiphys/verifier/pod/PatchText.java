package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlLimits;
import io.tiphys.model.yaml.YamlProblem;
import io.tiphys.model.yaml.YamlReader;
import java.util.Optional;

/**
 * The text of a patch, read: JSON if it starts with a brace, else the first document of it as YAML 1.1.
 *
 * @param json its content; null if it is empty
 * @param document the nodes with positions inside the text, if it is YAML
 */
record PatchText(JsonNode json, Optional<YamlDocument> document) {
    private static final YamlLimits LIMITS = new YamlLimits(1 << 20, 60, 100_000);
    private static final JsonMapper STRICT = mapper();

    /** Says that the text cannot be read. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Position position;

        UnreadableException(Position position, String message) {
            super(message);
            this.position = position;
        }

        /** Where in the text. */
        Position position() {
            return position;
        }
    }

    static PatchText read(String text) throws UnreadableException {
        if (text.length() > LIMITS.characters()) {
            throw new UnreadableException(
                    Position.START,
                    "it has " + text.length() + " characters; at most " + LIMITS.characters() + " are read");
        }
        return text.stripLeading().startsWith("{") ? ofJson(text) : yaml(text);
    }

    /** The same where tags may be left whose values are not known yet. */
    static PatchText readWithTags(String text) throws UnreadableException {
        Tags tags = new Tags(text);
        PatchText read = read(tags.hidden());
        return new PatchText(tags.shown(read.json()), read.document());
    }

    private static PatchText ofJson(String text) throws UnreadableException {
        return new PatchText(
                json(text),
                new YamlReader(LIMITS).read(text).documents().stream().findFirst());
    }

    /** A text that must be JSON. */
    static JsonNode json(String text) throws UnreadableException {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            Position position = e.getLocation() == null
                    ? Position.START
                    : new Position(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new UnreadableException(
                    position, "it starts with \"{\" and so must be JSON: " + plain(e.getOriginalMessage()));
        }
    }

    /** Without Jackson's remarks on where the text came from. */
    private static String plain(String message) {
        int remark = message.indexOf(" (start marker at [Source:");
        return remark < 0 ? message : message.substring(0, remark);
    }

    private static PatchText yaml(String text) throws UnreadableException {
        String first = firstDocument(text);
        if (first.startsWith("%YAML") && !first.startsWith("%YAML 1.1")) {
            throw new UnreadableException(Position.START, "%YAML names another version than 1.1");
        }
        YamlFile file = new YamlReader(LIMITS).read(first);
        Optional<YamlProblem> problem = file.problems().stream().findFirst();
        if (problem.isPresent()) {
            throw new UnreadableException(
                    problem.get().position(), problem.get().message());
        }
        Optional<YamlDocument> document = file.documents().stream().findFirst();
        return new PatchText(document.map(YamlDocument::json).orElse(NullNode.getInstance()), document);
    }

    /** What stands behind a second {@code ---} is not read, so it may be anything. */
    private static String firstDocument(String text) {
        boolean content = false;
        for (int start = 0; start < text.length(); ) {
            int next = text.indexOf('\n', start) + 1;
            int end = next == 0 ? text.length() : next;
            String line = text.substring(start, end).strip();
            boolean starts = text.startsWith("---", start) && (line.equals("---") || line.startsWith("--- "));
            boolean ends = text.startsWith("...", start) && line.equals("...");
            if ((starts || ends) && content) {
                return text.substring(0, start);
            }
            content |= !line.isEmpty() && !line.startsWith("#") && !line.startsWith("%");
            start = end;
        }
        return text;
    }

    /** Where a node stands in the text. */
    Position position(JsonPointer pointer) {
        return document.map(found -> found.position(pointer)).orElse(Position.START);
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(LIMITS.depth())
                        .build());
        return mapper;
    }
}
