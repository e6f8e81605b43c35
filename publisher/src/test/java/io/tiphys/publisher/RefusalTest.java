package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiphys.publisher.git.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not published: a clear message each, and the branch as it was. */
class RefusalTest {
    @TempDir
    Path temporary;

    private Area area;
    private Path manifests;

    @BeforeEach
    void init() throws IOException {
        area = Area.init(temporary.resolve("area.git"));
        manifests = Area.manifests(temporary.resolve("manifests"), Map.of("a.yaml", "a: 1\n"));
    }

    private static PublishException refusal(PublishRequest request) {
        PublishException refusal = catchThrowableOfType(PublishException.class, () -> Publisher.publish(request));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n");
        assertThat(refusal.remedy()).isNotBlank();
        return refusal;
    }

    private PublishException refusalOf(String repository) {
        return refusal(Area.request(manifests, new Target(repository, false, "main", "templates")));
    }

    @Test
    void aFileWrittenByHand() throws Exception {
        String before = area.commit(Map.of("templates/a.yaml", "by hand"));
        PublishException refusal = refusal(Area.request(manifests, area.target()));
        assertThat(refusal).hasMessageContaining("templates/a.yaml").hasMessageContaining("written by hand");
        assertThat(refusal.blame()).isEqualTo(PublishException.Blame.INPUT);
        assertThat(area.log().get(0).name()).isEqualTo(before);
    }

    @Test
    void aFileOfTheSameContentThatIsNotOurs() throws Exception {
        area.commit(Map.of("templates/a.yaml", "a: 1\n"));
        assertThat(refusal(Area.request(manifests, area.target()))).hasMessageContaining("templates/a.yaml");
    }

    @Test
    void aFileOfAnotherOwner() throws Exception {
        Publisher.publish(Area.request(manifests, "org.example:one", area.target()));
        PublishException refusal = refusal(Area.request(manifests, "org.example:two", area.target()));
        assertThat(refusal).hasMessageContaining("published by org.example:one");
        assertThat(area.log()).hasSize(1);
    }

    @Test
    void aFolderOrLinkWhereAManifestGoes() throws Exception {
        area.commit(Map.of("templates/a.yaml/x", "x"));
        assertThat(refusal(Area.request(manifests, area.target()))).hasMessageContaining("templates/a.yaml");
        area.commit(Map.of("elsewhere", "templates"), FileMode.SYMLINK);
        assertThat(refusal(Area.request(manifests, new Target(area.folder.toString(), false, "main", "elsewhere"))))
                .hasMessageContaining("elsewhere is no folder");
    }

    @Test
    void aFolderThatSomebodyPutInPlaceOfOurFile() throws Exception {
        Publisher.publish(Area.request(manifests, area.target()));
        Map<String, String> replaced = new java.util.HashMap<>();
        replaced.put("templates/a.yaml", null);
        area.commit(replaced);
        area.commit(Map.of("templates/a.yaml/x", "x"));
        assertThat(refusal(Area.request(manifests, area.target()))).hasMessageContaining("templates/a.yaml");
        assertThat(area.files()).containsKey("templates/a.yaml/x");
    }

    @Test
    void noManifests() throws Exception {
        Publisher.publish(Area.request(manifests, area.target()));
        Path empty = Area.manifests(temporary.resolve("empty"), Map.of("notes.txt", "n"));
        assertThat(refusal(Area.request(empty, area.target()))).hasMessageContaining("no manifests");
        assertThat(refusal(Area.request(temporary.resolve("absent"), area.target())))
                .hasMessageContaining("There is no folder");
        assertThat(area.manifests()).containsKey("templates/a.yaml");
    }

    @Test
    void aManifestThatIsALink() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), "s");
        try {
            Files.createSymbolicLink(manifests.resolve("b.yaml"), secret);
        } catch (IOException | UnsupportedOperationException noLinks) {
            assumeTrue(false, "this system lets the user make no links; run it where it does");
        }
        assertThat(refusal(Area.request(manifests, area.target()))).hasMessageContaining("b.yaml is not a regular");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/x",
                "a/../b",
                ".git",
                "a/.GIT",
                "a//b",
                "x\\y",
                "C:/x",
                "./a",
                "a/git~1",
                "a\u0000b",
                "con"
            })
    void aPathOutside(String path) {
        Target target = new Target(area.folder.toString(), false, "main", path);
        assertThat(refusal(Area.request(manifests, target)).blame()).isEqualTo(PublishException.Blame.INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a b", "x~1", "-f", "HEAD", "a.lock", "a/", "refs/heads/main"})
    void aBranchNameThatIsNotValid(String branch) {
        Target target = new Target(area.folder.toString(), false, branch, "templates");
        assertThat(refusal(Area.request(manifests, target))).hasMessageContaining("branch name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../../x", "a b", "ä", "a\nb"})
    void anOwnerThatIsNotValid(String owner) {
        assertThat(refusal(Area.request(manifests, owner, area.target()))).hasMessageContaining("owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"schema\": 2, \"owner\": \"o\", \"files\": {}}",
                "{\"schema\": 1, \"owner\": \"o\", \"files\": {\"../README.md\": \"0123456789012345678901234567890123456789\"}}",
                "{\"schema\": 1, \"owner\": \"o\", \"files\": {\".tiphys/b\": \"0123456789012345678901234567890123456789\"}}",
                "{\"schema\": 1, \"owner\": \"o\", \"files\": {\"a.yaml\": \"x\"}}"
            })
    void anOwnershipRecordThatWasTamperedWith(String record) throws Exception {
        area.commit(Map.of("templates/.tiphys/org.example+area.owned", record, "README.md", "r"));
        assertThat(refusal(Area.request(manifests, area.target()))).hasMessageContaining("ownership record");
        assertThat(area.files()).containsKey("README.md").doesNotContainKey("templates/a.yaml");
    }

    @Test
    void aFolderThatIsNoRepository() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("folder"));
        assertThat(refusalOf(folder.toString())).hasMessageContaining("is not a Git repository");
        Path file = Files.writeString(folder.resolve("file"), "f");
        assertThat(refusalOf(file.toString())).hasMessageContaining("is not a Git repository");
        assertThat(refusalOf(temporary.resolve("missing").toString())).hasMessageContaining("does not exist");
        Target embedded = new Target(folder.toString(), true, "main", "templates");
        assertThat(refusal(Area.request(manifests, embedded))).hasMessageContaining("is not a Git repository");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "f");
        Target target = new Target(file.resolve("area.git").toString(), true, "main", "templates");
        assertThat(refusal(Area.request(manifests, target))).hasMessageContaining("cannot be written");
    }

    @Test
    void aFolderWithoutTheRightToWrite() throws Exception {
        Path locked = Files.createDirectories(temporary.resolve("locked"));
        assumeTrue(
                locked.toFile().setWritable(false) && !Files.isWritable(locked),
                "this user may write everywhere; run it as another user than root, not on Windows");
        Target target = new Target(locked.resolve("area.git").toString(), true, "main", "templates");
        assertThat(refusal(Area.request(manifests, target))).hasMessageContaining("cannot be written");
    }

    @Test
    void aBranchThatIsCheckedOut() throws Exception {
        Path tree = temporary.resolve("tree");
        try (Repository made =
                new FileRepositoryBuilder().setWorkTree(tree.toFile()).build()) {
            made.create();
            made.updateRef("HEAD").link("refs/heads/main");
        }
        assertThat(refusalOf(tree.toString())).hasMessageContaining("checked out");
        Publisher.publish(Area.request(manifests, new Target(tree.toString(), false, "env/prod", "templates")));
    }

    @Test
    void anAddressThatIsNone() {
        assertThat(refusalOf("ftp://u:geheim@host/x.git"))
                .hasMessageContaining("ftp")
                .message()
                .doesNotContain("geheim");
        assertThat(refusalOf(" ")).hasMessageContaining("address");
        assertThat(refusalOf("https://host/\u0007")).hasMessageContaining("control");
    }

    @Test
    void aServerThatCannotBeReached() {
        PublishException refusal = refusalOf("https://ada:geheim@host.invalid/area.git?token=geheim");
        assertThat(refusal).hasMessageContaining("host.invalid cannot be reached");
        assertThat(refusal.getMessage() + refusal.remedy())
                .doesNotContain("geheim")
                .doesNotContain("ada");
        assertThat(refusalOf("http://127.0.0.1:1/area.git")).hasMessageContaining("cannot be reached");
        assertThat(refusalOf("ssh://git@127.0.0.1:1/area.git")).hasMessageContaining("cannot be reached");
    }

    @Test
    void aPasswordInTheClear() {
        PublishRequest request = Area.request(
                        manifests, new Target("http://ada:geheim@host.invalid/a.git", false, "main", "t"))
                .withCredentials(Credentials.token("geheim"));
        assertThat(refusal(request)).hasMessageContaining("http shows them");
        assertThat(request.toString()).doesNotContain("geheim");
    }
}
