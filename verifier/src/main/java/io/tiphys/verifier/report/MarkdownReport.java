package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown for comments and job summaries: a summary, then a table. Text from manifests cannot become markup. */
final class MarkdownReport {
    private MarkdownReport() {}

    static void write(VerifyResult result, Writer writer) throws IOException {
        List<Finding> shown = Shortened.of(result.findings());
        writer.write("### Tiphys: " + TextReport.summary(result.findings()) + "\n");
        writer.write("\n" + TextReport.objects(result) + "\n");
        if (shown.isEmpty()) {
            return;
        }
        writer.write("\n| | place | rule | finding |\n|---|---|---|---|\n");
        for (Finding finding : shown) {
            writer.write("| " + sign(finding) + " | " + place(finding) + " | " + finding.rule() + " | " + text(finding)
                    + " |\n");
        }
        int left = result.findings().size() - shown.size();
        if (left > 0) {
            writer.write("\nOf each rule the first " + Shortened.MOST + " findings that are no errors are shown; "
                    + left + " more are in the other reports.\n");
        }
    }

    private static String sign(Finding finding) {
        if (finding.waiver().isPresent()) {
            return "waived";
        }
        return finding.severity() == Severity.INFO ? "note" : finding.severity().label();
    }

    private static String place(Finding finding) {
        Finding.Place place = finding.place();
        String line = place.line() > 0 ? ":" + place.line() + ":" + place.column() : "";
        String java = finding.java()
                .map(found -> "<br>" + code(found.file() + ":" + found.line()))
                .orElse("");
        return place.file().isEmpty() ? "" : code(place.file() + line) + java;
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(escaped(finding.message()));
        if (!finding.refusedBy().isEmpty()) {
            text.append("<br>Refused by ")
                    .append(finding.refusedBy().stream().map(RealProgram::label).collect(Collectors.joining(", ")))
                    .append('.');
        }
        if (!finding.remedy().isEmpty()) {
            text.append("<br>").append(escaped(finding.remedy()));
        }
        finding.waiver().ifPresent(waiver -> text.append("<br>").append(escaped("Accepted: " + waiver.reason())));
        return text.toString();
    }

    private static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    /** Every character that Markdown or HTML could take for its own is written as an entity. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Printable.of(text).codePoints().forEach(c -> {
            if (c < 128 && "\\`*_{}[]<>()#+!|&~@:".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
