package io.tiphys.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.finding.Waiver;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.VerifyResult.DocumentVerdict;
import io.tiphys.verifier.VerifyResult.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportFormatTest {
    /** What a manifest could hold to become markup or a command of a report. */
    private static final String HOSTILE = "<script>|`%0A::error::x]]>&\u001b\r\n::set-output ![a](http://b)";

    private static final Rule ERROR = new Rule("VAR-01", Severity.ERROR, "summary", "mend it", "test");
    private static final Rule WARNING = new Rule("X-02", Severity.WARNING, "summary", "think of it", "test");

    @TempDir
    Path base;

    private static Finding.Place at(String file, int document, int line) {
        return new Finding.Place(file, document, line, 4, "/spec", "main", "");
    }

    private VerifyResult result() throws IOException {
        Files.writeString(base.resolve("a b.yaml"), "a:\nb: <i>\n");
        return new VerifyResult(
                new VerifyResult.Settings("4.1", "1.35", "full", "baseline"),
                List.of(
                        new DocumentVerdict("a b.yaml", 0, "v1", "Pod", "p", Verdict.INVALID),
                        new DocumentVerdict("a b.yaml", 1, "v1", "Pod", "q", Verdict.VALID),
                        new DocumentVerdict("c.yaml", 0, "x/v1", "Crd", "c", Verdict.SKIPPED)),
                List.of(
                        Finding.of(ERROR, "wrong: " + HOSTILE)
                                .withPlace(at("a b.yaml", 0, 2))
                                .withJava(Optional.of(new JavaLine("a.B", "src/a/B.java", 7)))
                                .withRefusedBy(RealProgram.ARGO_LINT),
                        Finding.of(WARNING, "odd").withPlace(at("a b.yaml", 1, 0)),
                        Finding.of(ERROR, "accepted")
                                .withPlace(at("a b.yaml", 1, 2))
                                .withWaiver(new Waiver("for now", "ann", "2027-01-31")),
                        Finding.of(ERROR, "no file").withPlace(at("/elsewhere/d.yaml", 0, 0))),
                List.of());
    }

    private String written(ReportFormat format) throws IOException {
        StringWriter writer = new StringWriter();
        format.write(result(), base, writer);
        return writer.toString();
    }

    @ParameterizedTest
    @EnumSource
    void sameBytesNoControlCharactersOneLineFeedAtTheEnd(ReportFormat format) throws IOException {
        String text = written(format);
        assertThat(text)
                .isEqualTo(written(format))
                .endsWith("\n")
                .doesNotEndWith("\n\n")
                .doesNotContain("\u001b", "\r");
        assertThat(ReportFormat.of(format.label())).contains(format);
    }

    @Test
    void sarif() throws IOException {
        JsonNode run = new ObjectMapper().readTree(written(ReportFormat.SARIF)).at("/runs/0");
        assertThat(run.at("/tool/driver/rules"))
                .extracting(rule -> rule.path("id").asText())
                .containsExactly("VAR-01", "X-02");
        JsonNode first = run.at("/results/0");
        assertThat(first.path("level").asText()).isEqualTo("error");
        assertThat(first.path("message").path("text").asText())
                .startsWith("wrong: <script>")
                .endsWith("\nmend it");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("a%20b.yaml");
        assertThat(first.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(4);
        assertThat(first.at("/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(7);
        assertThat(run.at("/results/2/suppressions/0/justification").asText()).isEqualTo("for now");
        assertThat(run.at("/results/3/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("file:///elsewhere/d.yaml");
    }

    @Test
    void junit() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written(ReportFormat.JUNIT))));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("1 error: wrong: <script>");
        assertThat(failure.getTextContent()).contains("a b.yaml:2:4 VAR-01 [main]", "b: <i>", "remedy: mend it");
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("waived until");
    }

    @Test
    void github() throws IOException {
        assertThat(written(ReportFormat.GITHUB).lines())
                .hasSize(3)
                .allMatch(line ->
                        line.matches("::(error|warning) file=[^,]*,(line=2,col=4,)?title=(VAR-01|X-02) main::.*"))
                .first()
                .asString()
                .contains("file=a b.yaml,line=2,col=4", "%250A::error", "written by src/a/B.java:7", "%0Amend it");
    }

    @Test
    void markdown() throws IOException {
        assertThat(written(ReportFormat.MARKDOWN))
                .startsWith(
                        "### Tiphys: 2 errors, 1 warning, 1 waived\n\nVerified 2 objects, skipped 1 of other kinds (1 Crd).\n")
                .contains(
                        "| error | <code>a b.yaml&#58;2&#58;4</code><br><code>src/a/B.java&#58;7</code> | VAR-01 | wrong&#58; &#60;script")
                .doesNotContain("<script", "![a]");
    }

    @Test
    void html() throws IOException {
        assertThat(written(ReportFormat.HTML))
                .contains(
                        "<h2>a b.yaml</h2>",
                        "2 | b: &lt;i&gt;",
                        "Remedy: mend it",
                        "Accepted: for now",
                        "wrong: &lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void text() throws IOException {
        assertThat(written(ReportFormat.TEXT))
                .contains("error: a b.yaml:2:4 VAR-01 [main] wrong", "warning: a b.yaml X-02 [main] odd")
                .endsWith("2 errors, 1 warning, 1 waived\n");
    }
}
