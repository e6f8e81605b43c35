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

    private final YamlLimits limits;

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
        List<YamlDocument> documents = new ArrayList<>();
        List<YamlProblem> problems = new ArrayList<>();
        int unreadable = 0;
        for (Chunk chunk : split(text)) {
            if (chunk.number() == MOST_DOCUMENTS) {
                problems.add(new YamlProblem(
                        YamlProblem.Kind.LIMIT,
                        new Position(chunk.line(), 1),
                        "the file has more than " + MOST_DOCUMENTS + " documents; the others are not read"));
                break;
            }
            if (!chunk.isEmpty()
                    && !read(chunk.text(), chunk.line(), documents.size() + unreadable, documents, problems)) {
                unreadable++;
            }
        }
        return new YamlFile(documents, problems);
    }

    /** False if there is a document that cannot be read. */
    private boolean read(String text, int line, int index, List<YamlDocument> documents, List<YamlProblem> problems) {
        String repaired = text;
        for (int repairs = 0; ; repairs++) {
            DocumentReader reader = new DocumentReader(repaired, line, limits);
            try {
                Optional<DocumentReader.Content> content = reader.read();
                if (content.isPresent()) {
                    DocumentReader.Content found = content.get();
                    documents.add(new YamlDocument(index, found.root(), found.json(), reader.problems()));
                } else {
                    problems.addAll(reader.problems());
                }
                return true;
            } catch (DocumentReader.UnreadableException e) {
                Optional<String> next = e.index() < 0 || repairs == Tabs.MOST_REPAIRS
                        ? Optional.empty()
                        : Tabs.repair(repaired, e.index());
                if (next.isEmpty()) {
                    problems.addAll(reader.problems());
                    problems.add(e.problem());
                    return false;
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
