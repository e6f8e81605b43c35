package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {
    private final YamlReader reader = new YamlReader();

    private YamlDocument one(String text) {
        YamlFile file = reader.read(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.documents()).hasSize(1);
        return file.documents().get(0);
    }

    private YamlProblem problem(String text) {
        YamlFile file = reader.read(text);
        assertThat(file.documents()).isEmpty();
        assertThat(file.problems()).hasSize(1);
        return file.problems().get(0);
    }

    private static Position at(YamlDocument document, String pointer) {
        return document.position(JsonPointer.compile(pointer));
    }

    @Test
    void positionsAreThoseOfKeysAndItems() {
        YamlDocument document = one("# first\na:\n  b: [x, {c: d}]\n  e: |\n    text\n");
        assertThat(at(document, "/a")).isEqualTo(new Position(2, 1));
        assertThat(at(document, "/a/b")).isEqualTo(new Position(3, 3));
        assertThat(at(document, "/a/b/0")).isEqualTo(new Position(3, 7));
        assertThat(at(document, "/a/b/1/c")).isEqualTo(new Position(3, 11));
        assertThat(at(document, "/a/e")).isEqualTo(new Position(4, 3));
    }

    @Test
    void positionOfWhatIsAbsentIsItsNearestAncestor() {
        YamlDocument document = one("a:\n  b: 1\n");
        assertThat(at(document, "/a/x/y")).isEqualTo(new Position(1, 1));
        assertThat(at(document, "/a/b/0")).isEqualTo(new Position(2, 3));
        assertThat(at(document, "/z")).isEqualTo(new Position(1, 1));
    }

    @Test
    void columnsCountCharactersNotUtf16Units() {
        assertThat(at(one("{\uD83D\uDE80: 1, b: 2}"), "/b")).isEqualTo(new Position(1, 8));
        assertThat(problem("a: \uD83D\uDE80\u0007").position()).isEqualTo(new Position(1, 5));
    }

    @Test
    void linesGoOnOverDocuments() {
        YamlFile file = reader.read("a: 1\n---\n\nb: 2\n--- # third\nc: 3\n");
        assertThat(file.documents()).extracting(YamlDocument::index).containsExactly(0, 1, 2);
        assertThat(at(file.documents().get(1), "/b")).isEqualTo(new Position(4, 1));
        assertThat(at(file.documents().get(2), "/c")).isEqualTo(new Position(6, 1));
    }

    @Test
    void crLfAndByteOrderMarkChangeNothing() {
        YamlFile file = reader.read("\uFEFFa: 1\r\nb:\r\n  c: |\r\n    x\r\n    y\r\n---\r\nd: 2\r\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.documents()).hasSize(2);
        assertThat(file.documents().get(0).json()).hasToString("{\"a\":1,\"b\":{\"c\":\"x\\ny\\n\"}}");
        assertThat(at(file.documents().get(0), "/a")).isEqualTo(new Position(1, 1));
        assertThat(at(file.documents().get(1), "/d")).isEqualTo(new Position(7, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "---\n---\n# x\n", "null\n", "~", "\uFEFF"})
    void nothingIsNoDocument(String text) {
        assertThat(reader.read(text)).isEqualTo(new YamlFile(List.of(), List.of()));
    }

    @Test
    void aBrokenDocumentDoesNotHideTheOthers() {
        YamlFile file = reader.read("a: 1\n---\nb: [1,\n---\nc: 3\n");
        assertThat(file.documents()).extracting(d -> d.json().toString()).containsExactly("{\"a\":1}", "{\"c\":3}");
        assertThat(file.problems()).hasSize(1);
        assertThat(file.problems().get(0).kind()).isEqualTo(YamlProblem.Kind.SYNTAX);
        assertThat(file.problems().get(0).position().line()).isBetween(3, 4);
    }

    @Test
    void duplicateKeysAreProblemsAndTheLastWins() {
        YamlDocument document = reader.read("a: 1\nb: 2\na: 3\n").documents().get(0);
        assertThat(document.json()).hasToString("{\"a\":3,\"b\":2}");
        assertThat(document.problems()).hasSize(1);
        assertThat(document.problems().get(0).kind()).isEqualTo(YamlProblem.Kind.DUPLICATE_KEY);
        assertThat(document.problems().get(0).position()).isEqualTo(new Position(3, 1));
        assertThat(document.problems().get(0).message()).contains("\"a\"").contains("line 1");
        assertThat(at(document, "/a")).isEqualTo(new Position(3, 1));
    }

    @Test
    void mergeKeysMergeAndWhatTheyRepeatIsTwiceThere() {
        YamlDocument merged = one("x: &a {k: 1}\nz:\n  <<: *a\n  j: 2\n");
        assertThat(merged.json()).hasToString("{\"x\":{\"k\":1},\"z\":{\"k\":1,\"j\":2}}");
        YamlDocument before =
                reader.read("x: &a {k: 1}\nz: {<<: *a, k: 2}\n").documents().get(0);
        assertThat(before.json().at("/z/k").intValue()).isEqualTo(2);
        assertThat(before.problems()).extracting(YamlProblem::position).containsExactly(new Position(2, 13));
        YamlDocument after =
                reader.read("x: &a {k: 1}\nz: {k: 2, <<: *a}\n").documents().get(0);
        assertThat(after.json().at("/z/k").intValue()).isEqualTo(1);
        assertThat(after.problems()).extracting(YamlProblem::position).containsExactly(new Position(2, 11));
    }

    @Test
    void ofSeveralMergedTheFirstWins() {
        YamlDocument document = reader.read("x: [&a {k: 1}, &b {k: 2, l: 3}]\nz: {<<: [*a, *b]}\n")
                .documents()
                .get(0);
        assertThat(document.json().path("z")).hasToString("{\"k\":1,\"l\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: {<<: 1}", "a: {<<: [1]}", "x: &l [{a: 1}]\nz: {<<: *l}"})
    void whatCannotBeMerged(String text) {
        assertThat(problem(text).message()).contains("<<");
    }

    @Test
    void quotedMergeKeyIsAKey() {
        assertThat(one("a: {\"<<\": 1}").json()).hasToString("{\"a\":{\"<<\":1}}");
    }

    @Test
    void aliasesStandForWhatTheyName() {
        assertThat(one("a: &x [1]\nb: *x\nc: &x 2\nd: *x\n").json())
                .hasToString("{\"a\":[1],\"b\":[1],\"c\":2,\"d\":2}");
        assertThat(problem("a: *x\n").message()).contains("\"*x\"");
        assertThat(problem("a: &x [*x]\n").message()).contains("contains itself");
    }

    @Test
    void aliasesAreBounded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            String items = ("*a" + (i - 1) + ",").repeat(10);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, items));
        }
        assertThat(problem(bomb.toString()).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThat(problem("[".repeat(10_000)).kind()).isIn(YamlProblem.Kind.LIMIT, YamlProblem.Kind.SYNTAX);
        assertThat(problem("[".repeat(200) + "]".repeat(200)).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
        YamlReader small = new YamlReader(new YamlLimits(10, 5, 3));
        assertThat(small.read("a: 12345678").problems().get(0).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
        assertThat(small.read("[1,2,3]").problems().get(0).kind()).isEqualTo(YamlProblem.Kind.LIMIT);
        assertThat(small.read("[1,2]").problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: .inf", "a: [.nan]", ".inf", "null: 1", "? [a]\n: b", "? {a: b}\n: c", "a: !!int x"})
    void yamlThatHasNoJson(String text) {
        assertThat(problem(text).kind()).isEqualTo(YamlProblem.Kind.NOT_JSON);
    }

    @Test
    void keysAreText() {
        assertThat(one("1: a\non: b\n1.50: c\n.inf: d\n").json())
                .hasToString("{\"1\":\"a\",\"true\":\"b\",\"1.5\":\"c\",\".inf\":\"d\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%YAML 1.2\n---\na: 1",
                "%FOO x\n---\na: 1",
                "a:\n\tb: 1",
                "a: |\n  \tb",
                "a: {b:[c]}",
                "a: b\u0007",
                "a: \"x",
                "a: @x",
                "v: *"
            })
    void whatGoRefuses(String text) {
        assertThat(problem(text).kind()).isEqualTo(YamlProblem.Kind.SYNTAX);
    }

    @Test
    void tabsBetweenTokensAreBlanks() {
        assertThat(one("a:\t1\nb: \"x\"\t# y\n").json()).hasToString("{\"a\":1,\"b\":\"x\"}");
        assertThat(one("{\n\t\"a\": [\n\t\t1,\n\t\t\"b\tc\"\n\t]\n}\n").json()).hasToString("{\"a\":[1,\"b\\tc\"]}");
        assertThat(one("a: |1\n \tb\n").json()).hasToString("{\"a\":\"\\tb\\n\"}");
    }

    @Test
    void inBracesAColonWithoutBlankBelongsToTheKey() {
        assertThat(one("a: {name:, b: 1}").json()).hasToString("{\"a\":{\"name:\":null,\"b\":1}}");
    }

    @Test
    void afterThreeDotsNothingIsRead() {
        assertThat(one("a: 1\n...\nb: [\n").json()).hasToString("{\"a\":1}");
    }

    @Test
    void directivesBelongToTheDocumentBehindThem() {
        assertThat(one("# c\n%YAML 1.1\n---\na: 1\n").json()).hasToString("{\"a\":1}");
    }

    @Test
    void anyTextIsReadWithoutException() {
        List.of("\u0000", "\uD800", "---", "- - -", "? ? ?", ": :", "!!", "&", "{[}]", "\u2028", "%", "\t")
                .forEach(text -> assertThat(reader.read(text)).isNotNull());
    }

    @Test
    void manyNodesInOneFileAreLeftOut() {
        String list = "---\n[" + "1,".repeat(400_000) + "]\n";
        YamlFile file = reader.read(list.repeat(4));
        assertThat(file.documents()).hasSize(3);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(YamlProblem.Kind.LIMIT);
            assertThat(problem.position().line()).isEqualTo(7);
            assertThat(problem.message()).contains("1000000 nodes");
        });
    }
}
