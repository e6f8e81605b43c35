package io.tiphys.publisher;

import io.tiphys.publisher.git.SourceCommit;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What the commit says: counts, files, and as trailers where they come from. Argo CD's user interface shows the
 * {@code Argocd-reference-commit-*} trailers of the commit that it synced.
 */
final class CommitMessage {
    private static final int MOST_LINES = 200;

    private CommitMessage() {}

    static String of(String owner, Provenance provenance, List<FileChange> changes) {
        StringBuilder text = new StringBuilder("Publish ").append(owner).append(":");
        String before = " ";
        for (FileChange.Kind kind : FileChange.Kind.values()) {
            long count =
                    changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                text.append(before).append(count).append(' ').append(word(kind));
                before = ", ";
            }
        }
        text.append("\n\n");
        changes.stream().limit(MOST_LINES).forEach(change -> text.append(
                        change.kind().letter())
                .append(' ')
                .append(change.path())
                .append(change.edited() ? " (had been edited by hand)\n" : "\n"));
        if (changes.size() > MOST_LINES) {
            text.append("and ").append(changes.size() - MOST_LINES).append(" more\n");
        }
        text.append('\n');
        trailer(text, "Tiphys-owner", owner);
        provenance.version().ifPresent(version -> trailer(text, "Tiphys-version", version));
        provenance.source().ifPresent(source -> trailers(text, source));
        return text.toString();
    }

    private static void trailers(StringBuilder text, SourceCommit source) {
        Optional<String> repository = source.repository();
        repository.ifPresent(url -> trailer(text, "Tiphys-source-repository", url));
        trailer(text, "Tiphys-source-commit", source.id());
        trailer(text, "Argocd-reference-commit-sha", source.id());
        repository.ifPresent(url -> trailer(text, "Argocd-reference-commit-repourl", url));
        trailer(text, "Argocd-reference-commit-author", source.author());
        trailer(text, "Argocd-reference-commit-date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(source.date()));
        trailer(text, "Argocd-reference-commit-subject", source.subject());
        if (!source.body().isEmpty()) {
            trailer(text, "Argocd-reference-commit-body", Json.quoted(source.body()));
        }
    }

    /** One line, whatever the value holds: a value must not make a trailer of its own. */
    private static void trailer(StringBuilder text, String name, String value) {
        StringBuilder line = new StringBuilder();
        value.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
        text.append(name).append(": ").append(line.toString().strip()).append('\n');
    }

    private static String word(FileChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case CHANGED -> "changed";
            case REMOVED -> "removed";
        };
    }
}
