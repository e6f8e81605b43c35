package io.tiphys.verifier.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";

    @TempDir
    Path base;

    @Test
    void foldersAreReadInSortedOrder() throws IOException {
        write("b/z.yml", OBJECT.formatted("three"));
        write("b/a.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"two\"}}");
        write("a.yaml", OBJECT.formatted("zero") + "---\n---\n" + OBJECT.formatted("one"));
        write("notes.txt", "no manifest");
        write(".hidden/x.yaml", OBJECT.formatted("hidden"));
        Loaded loaded = load(".");
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.manifests()).extracting(Manifest::name).containsExactly("zero", "one", "two", "three");
        assertThat(loaded.manifests())
                .extracting(Manifest::file)
                .containsExactly("a.yaml", "a.yaml", "b/a.json", "b/z.yml");
    }

    @Test
    void filesThatAreIgnoredAreLeftOut() throws IOException {
        write(".tiphysignore", "# notes\nvalues.yaml\nold/\n/charts/*/templates\n*.tmp.yaml\n!keep.tmp.yaml\n");
        for (String file : List.of(
                "values.yaml",
                "a/values.yaml",
                "old/a.yaml",
                "charts/one/templates/b.yaml",
                "c.tmp.yaml",
                "keep.tmp.yaml",
                "charts/one/d.yaml")) {
            write(file, OBJECT.formatted(file.replace('/', '-')));
        }
        Loaded loaded = load(".");
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.manifests()).extracting(Manifest::file).containsExactly("charts/one/d.yaml", "keep.tmp.yaml");
        write(".tiphysignore", "[a\n");
        assertThat(load(".").findings()).extracting(Finding::rule).containsExactly("LOAD-05");
    }

    /** As in .gitignore: anchors, any folders, brackets, escapes, files of inner folders. */
    @Test
    void ignoreFilesAreReadAsGitReadsIts() throws IOException {
        write(
                ".tiphysignore",
                "/top.yaml\ndeep/**/x.yaml\n**/any.yaml\nall/**\n[!a-y].yaml\n\\#no.yaml   \n{a,b}.yaml\nsub/*.yaml\nshut\n!shut/in.yaml\n");
        write("sub/.tiphysignore", "!back.yaml\n");
        List<String> kept = List.of("deep/y.yaml", "in/top.yaml", "sub/back.yaml", "sub/in/c.yaml", "x.yaml");
        List<String> ignored = List.of(
                "top.yaml",
                "deep/x.yaml",
                "deep/1/2/x.yaml",
                "any.yaml",
                "in/any.yaml",
                "all/a.yaml",
                "z.yaml",
                "#no.yaml",
                "{a,b}.yaml",
                "sub/gone.yaml",
                "shut/in.yaml");
        for (String file : Stream.concat(kept.stream(), ignored.stream()).toList()) {
            write(file, OBJECT.formatted("o"));
        }
        Loaded loaded = load(".");
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.manifests()).extracting(Manifest::file).containsExactlyElementsOf(kept);
    }

    @Test
    void patternsStandForFiles() throws IOException {
        for (String file : List.of("a.yaml", "x/b.yaml", "x/y/c.yml", "x/y/d.yaml", "x/e.txt")) {
            write(file, OBJECT.formatted("o"));
        }
        assertThat(load("x/**/*.yaml").manifests())
                .extracting(Manifest::file)
                .containsExactly("x/b.yaml", "x/y/d.yaml");
        assertThat(load("*.yaml").manifests()).extracting(Manifest::file).containsExactly("a.yaml");
        assertThat(load("x/?/{c,d}.y*ml").manifests())
                .extracting(Manifest::file)
                .containsExactly("x/y/c.yml", "x/y/d.yaml");
        for (String none : List.of("z/*.yaml", "x/*.txt", "[")) {
            assertThat(load(none).findings()).as(none).extracting(Finding::rule).containsExactly("LOAD-05");
        }
    }

    @Test
    void theSameFileIsReadOnce() throws IOException {
        write("a.yaml", OBJECT.formatted("one"));
        assertThat(new Loader()
                        .load(base, List.of(Path.of("a.yaml"), Path.of(".")), true, SourceIndex.EMPTY)
                        .manifests())
                .hasSize(1);
    }

    @Test
    void listsAreUnfolded() throws IOException {
        write(
                "l.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- "
                        + "apiVersion: v1\n  kind: Secret\n  metadata: {name: b}\n");
        assertThat(load("l.yaml").manifests()).extracting(Manifest::name).containsExactly("a", "b");
    }

    @Test
    void findingsInAListConcernOneOfItsObjects() throws IOException {
        write(
                "l.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- "
                        + "apiVersion: v1\n  kind: Secret\n  metadata: {name: b}\n  kind: Secret\n");
        Loaded loaded = load("l.yaml");
        Finding finding = loaded.findings().get(0);
        assertThat(finding.place().pointer()).isEqualTo("/items/1");
        assertThat(loaded.manifests())
                .extracting(manifest -> concerns(finding, manifest))
                .containsExactly(false, true);
    }

    private static boolean concerns(Finding finding, Manifest manifest) {
        return Entry.of(new Source(Path.of(manifest.file()), manifest.file(), true, 0), 0, manifest)
                .concerns(finding);
    }

    @Test
    void brokenDocumentsDoNotHideTheOthers() throws IOException {
        write("a.yaml", OBJECT.formatted("one") + "---\na: [\n---\n" + OBJECT.formatted("two"));
        Loaded loaded = load("a.yaml");
        assertThat(loaded.manifests()).extracting(Manifest::name).containsExactly("one", "two");
        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("LOAD-01");
        assertThat(loaded.findings().get(0).place().line()).isBetween(5, 6);
        assertThat(loaded.manifests())
                .noneMatch(manifest -> concerns(loaded.findings().get(0), manifest));
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreTaken() throws IOException {
        write("a.yaml", "\uFEFF" + OBJECT.formatted("one").replace("\n", "\r\n"));
        assertThat(load("a.yaml").manifests()).extracting(Manifest::name).containsExactly("one");
    }

    @Test
    @DisplayName("LOAD-05 fails: missing file, text that is not UTF-8")
    void unreadable() throws IOException {
        Files.write(base.resolve("latin.yaml"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Loaded loaded =
                new Loader().load(base, List.of(Path.of("nowhere"), Path.of("latin.yaml")), true, SourceIndex.EMPTY);
        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("LOAD-05", "LOAD-05");
        assertThat(loaded.findings())
                .extracting(finding -> finding.place().file())
                .containsExactly("nowhere", "latin.yaml");
    }

    @Test
    @DisplayName("LOAD-04 fails: size, number, depth")
    void limits() throws IOException {
        write("a.yaml", OBJECT.formatted("one"));
        write("b.yaml", OBJECT.formatted("x".repeat(200)));
        write("c.yaml", OBJECT.formatted("two"));
        write("d/e/f.yaml", OBJECT.formatted("three"));
        Loaded loaded =
                new Loader(new LoadLimits(2, 100, 1)).load(base, List.of(Path.of(".")), true, SourceIndex.EMPTY);
        assertThat(loaded.manifests()).extracting(Manifest::name).containsExactly("one");
        assertThat(loaded.findings()).extracting(Finding::rule).containsOnly("LOAD-04");
        assertThat(loaded.findings())
                .extracting(finding -> finding.place().file())
                .contains("b.yaml", "c.yaml");
    }

    @Test
    @DisplayName("LOAD-08 fails: links out of the source; passes: links inside, and in circles")
    void links() throws IOException {
        write("in/a.yaml", OBJECT.formatted("one"));
        write("out/b.yaml", OBJECT.formatted("two"));
        Files.createSymbolicLink(base.resolve("in/secret.yaml"), base.resolve("out/b.yaml"));
        Files.createSymbolicLink(base.resolve("in/circle"), base.resolve("in"));
        Loaded loaded = load("in");
        assertThat(loaded.manifests()).extracting(Manifest::name).containsExactly("one");
        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("LOAD-08");
    }

    /** A pipe would be waited for, a device read without end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("LOAD-05 fails: what is neither file nor folder")
    void devices() throws IOException {
        assertThat(load("/dev/zero").findings()).singleElement().satisfies(finding -> assertThat(
                        finding.rule() + finding.message())
                .isEqualTo("LOAD-05it is neither a file nor a folder"));
    }

    @Test
    void otherKindsAreKeptAndNotKnown() {
        Loaded loaded =
                new Loader().parse("a.yaml", "apiVersion: example.org/v1\nkind: Other\n", true, SourceIndex.EMPTY);
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.manifests()).hasSize(1).noneMatch(Kinds::isKnown);
    }

    private Loaded load(String source) throws IOException {
        return new Loader().load(base, List.of(Path.of(source)), true, SourceIndex.EMPTY);
    }

    private void write(String file, String text) throws IOException {
        Path path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
