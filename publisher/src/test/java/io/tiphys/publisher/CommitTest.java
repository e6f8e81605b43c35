package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.publisher.git.SourceCommit;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit says, and the files that go with it. */
class CommitTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";
    private static final SourceCommit SOURCE = new SourceCommit(
            Optional.of("https://token@git.example.org/imaging/code.git"),
            ID,
            "Ada Example <ada@example.org>",
            OffsetDateTime.parse("2026-03-04T05:06:07+01:00"),
            "Raise limits <2> & \"more\"\nin two lines\n\nWhy:\nArgocd-reference-commit-sha: forged\n");

    @TempDir
    Path temporary;

    private RevCommit publish(Area area, SourceCommit source, Map<String, String> manifests) throws Exception {
        Path folder = Area.manifests(temporary.resolve("manifests"), manifests);
        Provenance provenance = Provenance.of(Optional.of("0.1.0"), Optional.of(source), Area.TIME);
        Publisher.publish(PublishRequest.of(folder, "org.example:area", area.target(), provenance));
        return area.log().get(0);
    }

    @Test
    void trailersTellWhereTheManifestsComeFrom() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        RevCommit commit = publish(area, SOURCE, Map.of("a.yaml", "a: 1\n"));

        assertThat(commit.getFullMessage())
                .startsWith("Publish org.example:area: 1 added\n\nA templates/a.yaml\n\nTiphys-owner: ");
        List<String> footers = commit.getFooterLines().stream()
                .map(FooterLine::toString)
                .map(String::strip)
                .toList();
        assertThat(footers)
                .containsExactly(
                        "Tiphys-owner: org.example:area",
                        "Tiphys-version: 0.1.0",
                        "Tiphys-source-repository: https://***@git.example.org/imaging/code.git",
                        "Tiphys-source-commit: " + ID,
                        "Argocd-reference-commit-sha: " + ID,
                        "Argocd-reference-commit-repourl: https://***@git.example.org/imaging/code.git",
                        "Argocd-reference-commit-author: Ada Example <ada@example.org>",
                        "Argocd-reference-commit-date: 2026-03-04T05:06:07+01:00",
                        "Argocd-reference-commit-subject: Raise limits <2> & \"more\" in two lines",
                        "Argocd-reference-commit-body: \"Why:\\nArgocd-reference-commit-sha: forged\"");
        PersonIdent author = commit.getAuthorIdent();
        assertThat(author).isEqualTo(commit.getCommitterIdent());
        assertThat(author.getName() + " " + author.getEmailAddress()).isEqualTo("Tiphys tiphys@localhost");
        assertThat(author.getWhenAsInstant()).isEqualTo(Area.TIME.toInstant());
    }

    @Test
    void hydratorMetadataIsWrittenAsArgoCdWritesIt() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        publish(area, SOURCE, Map.of("a.yaml", "a: 1\n"));

        String brief =
                "{\n  \"repoURL\": \"https://***@git.example.org/imaging/code.git\",\n  \"drySha\": \"" + ID + "\"";
        assertThat(area.files())
                .containsEntry("templates/hydrator.metadata", brief + "\n}\n")
                .containsEntry(
                        "hydrator.metadata",
                        brief + ",\n  \"author\": \"Ada Example <ada@example.org>\",\n"
                                + "  \"date\": \"2026-03-04T05:06:07+01:00\",\n"
                                + "  \"subject\": \"Raise limits <2> & \\\"more\\\"\\nin two lines\",\n"
                                + "  \"body\": \"Why:\\nArgocd-reference-commit-sha: forged\"\n}\n");
    }

    @Test
    void anotherSourceCommitAloneMakesNoCommit() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        publish(area, SOURCE, Map.of("a.yaml", "a: 1\n"));
        SourceCommit next = new SourceCommit(
                SOURCE.repository(), ID.replace('0', 'f'), SOURCE.author(), SOURCE.date(), "Only a comment");
        publish(area, next, Map.of("a.yaml", "a: 1\n"));
        assertThat(area.log()).hasSize(1);

        publish(area, next, Map.of("a.yaml", "a: 2\n"));
        assertThat(area.log()).hasSize(2);
        assertThat(area.files().get("hydrator.metadata")).contains("Only a comment");
    }

    @Test
    void metadataWrittenByHandStays() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        area.commit(Map.of("hydrator.metadata", "mine", "templates/hydrator.metadata", "{\"a\": 1}"));
        publish(area, SOURCE, Map.of("a.yaml", "a: 1\n"));
        assertThat(area.files())
                .containsEntry("hydrator.metadata", "mine")
                .containsEntry("templates/hydrator.metadata", "{\"a\": 1}");
    }

    @Test
    void aSourceWithoutAddressHasNoMetadata() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        publish(
                area,
                new SourceCommit(Optional.empty(), ID, "A <a@b>", Area.TIME, "Subject"),
                Map.of("a.yaml", "a: 1\n"));
        assertThat(area.files()).doesNotContainKey("hydrator.metadata");
        assertThat(area.log().get(0).getFullMessage())
                .contains("Argocd-reference-commit-sha: " + ID)
                .doesNotContain("repourl");
    }

    @Test
    void theSourceIsTheCheckedOutCommit() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        assertThat(SourceCommit.headOf(area.folder)).isEmpty();
        String id = area.commit(Map.of("README.md", "r"));
        assertThat(SourceCommit.headOf(area.folder))
                .contains(new SourceCommit(Optional.empty(), id, "Ada <ada@example.org>", Area.TIME, "By hand"));
        for (String local : List.of("/srv/code.git", "../code.git", "file:///srv/code.git")) {
            origin(area, local);
            assertThat(SourceCommit.headOf(area.folder).orElseThrow().repository())
                    .isEmpty();
        }
        origin(area, "https://ada:geheim@git.example.org/code.git");
        assertThat(SourceCommit.headOf(area.folder).orElseThrow().repository())
                .contains("https://***@git.example.org/code.git");
    }

    private static void origin(Area area, String url) throws Exception {
        try (Repository repository = area.open()) {
            repository.getConfig().setString("remote", "origin", "url", url);
            repository.getConfig().save();
        }
    }

    @Test
    void longListsAreCut() {
        List<FileChange> changes = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(number -> new FileChange("templates/" + number + ".yaml", FileChange.Kind.ADDED, false))
                .toList();
        Provenance provenance = Provenance.of(Optional.empty(), Optional.empty(), Area.TIME);
        assertThat(CommitMessage.of("o", provenance, changes))
                .startsWith("Publish o: 1000 added\n")
                .contains("\nand 800 more\n")
                .hasLineCount(205);
    }
}
