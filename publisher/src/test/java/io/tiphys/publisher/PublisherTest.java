package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a publication leaves in the repository. */
class PublisherTest {
    @TempDir
    Path temporary;

    private Area area;

    @BeforeEach
    void init() throws IOException {
        area = Area.init(temporary.resolve("area.git"));
    }

    private PublishResult publish(Map<String, String> manifests) throws Exception {
        Path folder = Area.manifests(temporary.resolve("manifests"), manifests);
        return Publisher.publish(Area.request(folder, area.target()));
    }

    @Test
    void addsChangesAndRemovesItsOwnFiles() throws Exception {
        publish(Map.of("w/a.yaml", "a: 1\n", "w/b.yaml", "b: 1\n", "w/c.yaml", "c: 1\n"));

        PublishResult second = publish(Map.of("w/a.yaml", "a: 1\n", "w/b.yaml", "b: 2\n", "d.yaml", "d: 1\n"));

        assertThat(area.manifests())
                .containsExactly(
                        Map.entry("templates/d.yaml", "d: 1\n"),
                        Map.entry("templates/w/a.yaml", "a: 1\n"),
                        Map.entry("templates/w/b.yaml", "b: 2\n"));
        assertThat(second.changes())
                .containsExactly(
                        new FileChange("templates/d.yaml", FileChange.Kind.ADDED, false),
                        new FileChange("templates/w/b.yaml", FileChange.Kind.CHANGED, false),
                        new FileChange("templates/w/c.yaml", FileChange.Kind.REMOVED, false));
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(area.log()).hasSize(2);
        assertThat(second.after()).contains(area.log().get(0).name());
        assertThat(second.before()).contains(area.log().get(1).name());
    }

    @Test
    void commitsNothingWhenNothingChanged() throws Exception {
        PublishResult first = publish(Map.of("a.yaml", "a: 1\n"));
        PublishResult second = publish(Map.of("a.yaml", "a: 1\n"));

        assertThat(second.before()).isEqualTo(first.after()).isEqualTo(second.after());
        assertThat(second.committed()).isFalse();
        assertThat(second.changes()).isEmpty();
        assertThat(area.log()).hasSize(1);
    }

    @Test
    void leavesNeighboursByteForByte() throws Exception {
        Map<String, String> byHand = Map.of(
                "README.md", "windows\r\nline ends\r\n",
                "templates/by-hand.yaml", "a: 1\r\n\tno yaml: [\u0000",
                "templates/w/other.txt", "",
                "templates.yaml", "sorts between",
                "templates-x/a.yaml", "x");
        area.commit(byHand);
        area.commit(Map.of("run.sh", "#!/bin/sh\n"), FileMode.EXECUTABLE_FILE);
        area.commit(Map.of("link", "README.md"), FileMode.SYMLINK);

        publish(Map.of("w/a.yaml", "a: 1\n"));
        publish(Map.of("w/b.yaml", "b: 1\n"));

        assertThat(area.files()).containsAllEntriesOf(byHand).doesNotContainKey("templates/w/a.yaml");
        assertThat(area.modes())
                .containsEntry("run.sh", FileMode.EXECUTABLE_FILE)
                .containsEntry("link", FileMode.SYMLINK);
    }

    @Test
    void ownersDoNotRemoveEachOthersFiles() throws Exception {
        Path one = Area.manifests(temporary.resolve("one"), Map.of("a.yaml", "a: 1\n"));
        Path two = Area.manifests(temporary.resolve("two"), Map.of("b.yaml", "b: 1\n"));
        Publisher.publish(Area.request(one, "org.example:one", area.target()));
        Publisher.publish(Area.request(two, "org.example:two", area.target()));
        Publisher.publish(Area.request(one, "org.example:one", area.target()));

        assertThat(area.manifests()).containsOnlyKeys("templates/a.yaml", "templates/b.yaml");
        assertThat(area.files().get("templates/.tiphys/org.example+one.owned"))
                .isEqualTo("{\n  \"schema\": 1,\n  \"owner\": \"org.example:one\",\n  \"files\": {\n    \"a.yaml\": \""
                        + Area.id("a: 1\n") + "\"\n  }\n}\n");
        assertThat(area.log()).hasSize(2);
    }

    @Test
    void overwritesHandEditsAndSaysSo() throws Exception {
        publish(Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n", "c.yaml", "c: 1\n", "d.yaml", "d: 1\n"));
        Map<String, String> edits = new java.util.HashMap<>();
        edits.put("templates/a.yaml", "a: by hand\n");
        edits.put("templates/b.yaml", "b: by hand\n");
        edits.put("templates/c.yaml", null);
        area.commit(edits);

        PublishResult result = publish(Map.of("a.yaml", "a: 1\n", "c.yaml", "c: 1\n", "d.yaml", "d: 1\n"));

        assertThat(result.changes())
                .containsExactly(
                        new FileChange("templates/a.yaml", FileChange.Kind.CHANGED, true),
                        new FileChange("templates/b.yaml", FileChange.Kind.REMOVED, true),
                        new FileChange("templates/c.yaml", FileChange.Kind.ADDED, false));
        assertThat(area.manifests()).containsEntry("templates/a.yaml", "a: 1\n").hasSize(3);
        assertThat(area.log().get(0).getFullMessage()).contains("M templates/a.yaml (had been edited by hand)\n");
    }

    @Test
    void removesEverythingOnlyWhenAllowed() throws Exception {
        publish(Map.of("a.yaml", "a: 1\n"));
        Path empty = Area.manifests(temporary.resolve("manifests"), Map.of());
        PublishResult result =
                Publisher.publish(Area.request(empty, area.target()).withAllowEmpty(true));

        assertThat(result.paths(FileChange.Kind.REMOVED)).containsExactly("templates/a.yaml");
        assertThat(area.files()).doesNotContainKey("templates/.tiphys/org.example+area.owned");
        assertThat(area.manifests()).isEmpty();
    }

    @Test
    void publishesToTheRootAndToOtherBranches() throws Exception {
        Path folder = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
        Publisher.publish(Area.request(folder, new Target(area.folder.toString(), false, "main", ".")));
        Publisher.publish(Area.request(folder, new Target(area.folder.toUri().toString(), false, "env/prod", "x/y/")));

        assertThat(area.manifests()).containsOnlyKeys("a.yaml");
        try (Repository repository = area.open()) {
            assertThat(repository.resolve("env/prod:x/y/a.yaml").name()).isEqualTo(Area.id("a: 1\n"));
        }
    }

    @Test
    void createsTheEmbeddedRepositoryOnFirstUse() throws Exception {
        Path folder = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
        Path missing = temporary.resolve("target/deep/science-area.git");
        Target target = new Target(missing.toString(), true, "main", "templates");

        PublishResult dry = Publisher.publish(Area.request(folder, target).withDryRun(true));
        assertThat(missing.getParent()).doesNotExist();
        PublishResult first = Publisher.publish(Area.request(folder, target));
        PublishResult second = Publisher.publish(Area.request(folder, target));

        assertThat(dry.paths(FileChange.Kind.ADDED)).containsExactly("templates/a.yaml");
        assertThat(first.before()).isEmpty();
        assertThat(second.before()).isEqualTo(first.after());
        assertThat(new Area(missing).manifests()).containsOnlyKeys("templates/a.yaml");
        assertThat(Files.readString(missing.resolve("HEAD"))).isEqualTo("ref: refs/heads/main\n");
        try (var beside = Files.list(missing.getParent())) {
            assertThat(beside).containsExactly(missing);
        }
        try (var inside = Files.list(missing)) {
            assertThat(inside.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".probe"));
        }
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        String before = area.commit(Map.of("README.md", "r"));
        Path folder = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
        PublishResult result =
                Publisher.publish(Area.request(folder, area.target()).withDryRun(true));

        assertThat(result.paths(FileChange.Kind.ADDED)).containsExactly("templates/a.yaml");
        assertThat(result.before()).isEqualTo(result.after()).isEqualTo(Optional.of(before));
        assertThat(result.committed()).isFalse();
        assertThat(area.files()).containsOnlyKeys("README.md");
    }

    @Test
    void theSameInputsGiveTheSameCommit() throws Exception {
        Area other = Area.init(temporary.resolve("other.git"));
        Path folder = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
        assertThat(Publisher.publish(Area.request(folder, area.target())).after())
                .isEqualTo(
                        Publisher.publish(Area.request(folder, other.target())).after());
    }

    @Test
    void ignoresWhatIsNoManifest() throws Exception {
        publish(Map.of("a.yaml", "a: 1\n", "notes.txt", "n", "b.YAML", "b", "sub/c.json", "{}"));
        assertThat(area.manifests()).containsOnlyKeys("templates/a.yaml");
    }

    @Test
    void tellsTheListener() throws Exception {
        List<String> heard = new java.util.ArrayList<>();
        PublishListener listener = new PublishListener() {
            @Override
            public void reading(String repository, String branch) {
                heard.add("reading " + branch);
            }

            @Override
            public void planned(List<FileChange> changes, int unchanged) {
                heard.add("planned " + changes.size());
            }

            @Override
            public void published(String commit) {
                heard.add("published " + commit.length());
            }
        };
        Path folder = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
        Publisher.publish(Area.request(folder, area.target()).withListener(listener));
        assertThat(heard).isEqualTo(Arrays.asList("reading main", "planned 1", "published 40"));
    }
}
