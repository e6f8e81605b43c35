package io.tiphys.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML as Kubernetes does: each document of a file on its own, so that one that is broken does not hide the
 * others.
 */
public final class YamlReader {
    private static final int MOST_DOCUMENTS = 50_000;
    /** Of all documents of a file together; each takes some 250 bytes of memory. */
    private static final int MOST_NODES = 1_000_000;

    private final YamlLimits limits;

    /** What a text has given so far. */
    private static final class Reading {
        private final List<YamlDocument> documents = new ArrayList<>();
        private final List<YamlProblem> problems = new ArrayList<>();
        private int unreadable;
        private int nodes;
    }

    /** A reader with the default limits. */
    public YamlReader() {
        this(YamlLimits.DEFAULT);
    }

    /** A reader with limits of its own. */
    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /** Reads all documents of a text. Never throws for what the text holds: see {@link YamlFile#problems()}. */
    public YamlFile read(String text) {
        if (text.length() > limits.characters()) {
            YamlProblem problem = new YamlProblem(
                    YamlProblem.Kind.LIMIT,
                    Position.START,
                    "the file has " + text.length() + " characters; at most " + limits.characters() + " are read");
            return new YamlFile(List.of(), List.of(problem));
        }
        Reading reading = new Reading();
        for (Chunk chunk : split(text)) {
            Optional<String> limit = limit(chunk, reading);
            if (limit.isPresent()) {
                reading.problems.add(
                        new YamlProblem(YamlProblem.Kind.LIMIT, new Position(chunk.line(), 1), limit.get()));
                break;
            }
            if (!chunk.isEmpty()) {
                read(chunk, reading);
            }
        }
        return new YamlFile(reading.documents, reading.problems);
    }

    private static Optional<String> limit(Chunk chunk, Reading reading) {
        if (chunk.number() == MOST_DOCUMENTS) {
            return Optional.of("the file has more than " + MOST_DOCUMENTS + " documents; the others are not read");
        }
        return reading.nodes > MOST_NODES
                ? Optional.of("the documents before this line have more than " + MOST_NODES
                        + " nodes; the others are not read")
                : Optional.empty();
    }

    private void read(Chunk chunk, Reading reading) {
        String repaired = chunk.text();
        for (int repairs = 0; ; repairs++) {
            DocumentReader reader = new DocumentReader(repaired, chunk.line(), limits);
            try {
                Optional<DocumentReader.Content> content = reader.read();
                reading.nodes += reader.nodes();
                if (content.isPresent()) {
                    DocumentReader.Content found = content.get();
                    int index = reading.documents.size() + reading.unreadable;
                    reading.documents.add(new YamlDocument(index, found.root(), found.json(), reader.problems()));
                } else {
                    reading.problems.addAll(reader.problems());
                }
                return;
            } catch (DocumentReader.UnreadableException e) {
                Optional<String> next = e.index() < 0 || repairs == Tabs.MOST_REPAIRS
                        ? Optional.empty()
                        : Tabs.repair(repaired, e.index());
                if (next.isEmpty()) {
                    reading.problems.addAll(reader.problems());
                    reading.problems.add(e.problem());
                    reading.unreadable++;
                    return;
                }
                repaired = next.get();
            }
        }
    }

    private record Chunk(String text, int line, int number) {
        /** Nothing but a marker and blanks needs no parser. */
        boolean isEmpty() {
            return text.startsWith("---") && text.chars().skip(3).allMatch(c -> c == ' ' || c == '\n' || c == '\r');
        }
    }

    /** Splits at lines that start with {@code ---}: YAML allows them nowhere but between documents. */
    private static List<Chunk> split(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Chunk> chunks = new ArrayList<>();
        int chunkStart = 0;
        int chunkLine = 1;
        int line = 1;
        boolean onlyDirectives = true;
        for (int start = 0; start < content.length() && chunks.size() <= MOST_DOCUMENTS; line++) {
            int end = content.indexOf('\n', start);
            int next = end < 0 ? content.length() : end + 1;
            if (isMarker(content, start) && start > chunkStart && !onlyDirectives) {
                chunks.add(new Chunk(content.substring(chunkStart, start), chunkLine, chunks.size()));
                chunkStart = start;
                chunkLine = line;
            }
            char first = content.charAt(start);
            onlyDirectives &= first == '%' || first == '#' || first == '\n' || first == '\r';
            start = next;
        }
        chunks.add(new Chunk(content.substring(chunkStart), chunkLine, chunks.size()));
        return chunks;
    }

    private static boolean isMarker(String text, int at) {
        return text.startsWith("---", at) && (at + 3 == text.length() || " \t\r\n".indexOf(text.charAt(at + 3)) >= 0);
    }
}
