package io.tiphys.verifier.report;

import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of reports. Same result, same bytes, in all of them. */
public enum ReportFormat {
    /** For programs: everything. */
    JSON,
    /** For code scanning: SARIF 2.1.0. */
    SARIF,
    /** For test reports: a test for each object. */
    JUNIT,
    /** For GitHub Actions: a workflow command for each finding, which becomes an annotation when it is printed. */
    GITHUB,
    /** For comments and job summaries. */
    MARKDOWN,
    /** For people: one page without scripts. */
    HTML,
    /** For people: as on the console, each finding with its severity. */
    TEXT;

    /** The name in parameters. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a name. */
    public static Optional<ReportFormat> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(ReportFormat::label).collect(Collectors.joining(", "));
    }

    /**
     * Writes the whole report, ending with a line feed.
     *
     * @param base the folder that files in findings are relative to
     * @param writer not closed
     */
    public void write(VerifyResult result, Path base, Writer writer) throws IOException {
        switch (this) {
            case JSON -> JsonReport.write(result, writer);
            case SARIF -> SarifReport.write(result, writer);
            case JUNIT -> JunitReport.write(result, base, writer);
            case GITHUB -> GithubReport.write(result, writer);
            case MARKDOWN -> MarkdownReport.write(result, writer);
            case HTML -> HtmlReport.write(result, base, writer);
            case TEXT -> TextReport.write(result, base, writer);
        }
    }
}
