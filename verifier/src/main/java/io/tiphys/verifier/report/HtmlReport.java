package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One page for people: what was judged, how often each rule is broken, the findings file by file. Without scripts. */
final class HtmlReport {
    private static final String STYLE = """
            body { font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }
            pre, code { font: 13px/1.4 monospace; }
            pre { background: #f4f4f4; overflow-x: auto; padding: .6em; }
            table { border-collapse: collapse; }
            td, th { border-bottom: 1px solid #ccc; padding: .2em .8em; text-align: left; }
            article { border-left: 4px solid #888; margin: 1em 0; padding: 0 1em; }
            article.error { border-color: #b00020; }
            article.warning { border-color: #c77700; }
            article.waived { opacity: .6; }
            """;

    private final TextReport texts;
    private final Writer writer;

    private HtmlReport(Path base, Writer writer) {
        this.texts = new TextReport(base);
        this.writer = writer;
    }

    static void write(VerifyResult result, Path base, Writer writer) throws IOException {
        new HtmlReport(base, writer).page(result);
    }

    private void page(VerifyResult result) throws IOException {
        writer.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>Tiphys: verify</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>"
                + escaped(TextReport.summary(result.findings())) + "</h1>\n<p>" + escaped(TextReport.objects(result))
                + "</p>\n");
        rules(result.findings());
        for (Map.Entry<String, List<Finding>> file : byFile(result.findings()).entrySet()) {
            writer.write("<h2>" + (file.getKey().isEmpty() ? "No file" : escaped(file.getKey())) + "</h2>\n");
            for (Finding finding : file.getValue()) {
                finding(finding);
            }
        }
        writer.write("</body>\n</html>\n");
    }

    private void rules(List<Finding> findings) throws IOException {
        Map<String, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        if (byRule.isEmpty()) {
            return;
        }
        writer.write("<table>\n<tr><th>rule</th><th>findings</th></tr>\n");
        for (Map.Entry<String, List<Finding>> rule : byRule.entrySet()) {
            writer.write("<tr><td>" + escaped(rule.getKey()) + "</td><td>"
                    + escaped(TextReport.summary(rule.getValue())) + "</td></tr>\n");
        }
        writer.write("</table>\n");
    }

    private static Map<String, List<Finding>> byFile(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.place().file(), LinkedHashMap::new, Collectors.toList()));
    }

    private void finding(Finding finding) throws IOException {
        String label = finding.waiver().isPresent()
                ? "waived"
                : finding.severity() == Severity.INFO
                        ? "note"
                        : finding.severity().label();
        Finding.Place place = finding.place();
        String template = place.template().isEmpty() ? "" : " in " + place.template();
        writer.write("<article class=\"" + label + "\">\n<p><b>" + label + " " + escaped(finding.rule()) + "</b>"
                + escaped(template) + ": " + escaped(finding.message()) + "</p>\n");
        List<String> excerpt = texts.excerpt(place);
        if (!excerpt.isEmpty()) {
            writer.write("<pre>" + escaped(String.join("\n", excerpt)) + "</pre>\n");
        } else if (place.line() > 0) {
            paragraph("Line " + place.line() + ", column " + place.column());
        }
        if (finding.java().isPresent()) {
            paragraph("Written by " + finding.java().get().className() + ", "
                    + finding.java().get().file() + ":" + finding.java().get().line());
        }
        if (!finding.refusedBy().isEmpty()) {
            paragraph("Refused by "
                    + finding.refusedBy().stream().map(RealProgram::label).collect(Collectors.joining(", ")));
        }
        if (finding.waiver().isPresent()) {
            paragraph("Accepted: " + finding.waiver().get().reason());
        }
        if (!finding.remedy().isEmpty()) {
            paragraph("Remedy: " + finding.remedy());
        }
        writer.write("</article>\n");
    }

    private void paragraph(String text) throws IOException {
        writer.write("<p>" + escaped(text) + "</p>\n");
    }

    /** Line feeds of excerpts are kept; other control characters are written out. */
    private static String escaped(String text) {
        return text.lines()
                .map(Printable::of)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
