package io.tiphys.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {
    private static final Rule RULE = new Rule("X-01", Severity.ERROR, "summary", "mend it", "test");

    @TempDir
    Path base;

    private List<String> lines(String text, int column, String message) throws IOException {
        Files.writeString(base.resolve("a.yaml"), text);
        return new TextReport(base)
                .lines(Finding.of(RULE, message).withPlace(new Finding.Place("a.yaml", 0, 1, column, "", "", "")));
    }

    /** The caret stands under the b: wide characters take two columns of a terminal. */
    @Test
    void placeExcerptCaretAndRemedy() throws IOException {
        assertThat(lines("a: [\"日😀\", b]\r\n", 11, "odd"))
                .containsExactly(
                        "a.yaml:1:11 X-01 odd",
                        "    1 | a: [\"日😀\", b]",
                        "      |             ^",
                        "    remedy: mend it");
    }

    @Test
    void caretBehindTabsControlCharactersAndAByteOrderMark() throws IOException {
        assertThat(lines("\uFEFFa:\t\u0007 e\u0301 b", 9, "odd"))
                .contains("    1 | a: \\u0007 e\u0301 b", "      |             ^");
    }

    /** JSON in one line: the part that is meant is shown, with its caret. */
    @Test
    void aLongLineIsShownAroundTheColumn() throws IOException {
        List<String> lines = lines("x".repeat(5000) + "HERE" + "y".repeat(5000), 5001, "odd");
        assertThat(lines.get(1)).hasSizeLessThan(170).startsWith("    1 | … x");
        assertThat(lines.get(1).substring(lines.get(2).indexOf('^'))).startsWith("HEREy");
    }

    @Test
    void aLongMessageIsClipped() throws IOException {
        assertThat(lines("a: b", 1, "z".repeat(300_000)).get(0))
                .hasSizeLessThan(2100)
                .endsWith("z … (300000 characters)");
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() throws IOException {
        assertThat(String.join("", lines("a: \u001b[31m\u202e", 1, "\u001b[2J\rok")))
                .doesNotContain("\u001b", "\r", "\u202e");
    }
}
