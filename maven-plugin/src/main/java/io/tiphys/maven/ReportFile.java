package io.tiphys.maven;

import io.tiphys.model.file.WholeFile;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.report.JsonReport;
import io.tiphys.verifier.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** A report to write: {@code json:target/tiphys/report.json}. */
record ReportFile(String format, Path path) {
    private static final Set<String> FORMATS = Set.of("json", "text");

    static List<ReportFile> parse(List<String> texts, Function<File, Path> paths) throws MojoFailureException {
        List<ReportFile> files = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            String format = colon < 0 ? text : text.substring(0, colon);
            if (colon < 0 || colon == text.length() - 1 || !FORMATS.contains(format)) {
                throw new MojoFailureException("tiphys.reports has \"" + text
                        + "\"; write format:path with one of these formats: json, text.");
            }
            files.add(new ReportFile(format, paths.apply(new File(text.substring(colon + 1)))));
        }
        return files;
    }

    void write(VerifyResult result, Path base) throws IOException {
        if (format.equals("json")) {
            WholeFile.write(path, writer -> JsonReport.write(result, writer));
        } else {
            WholeFile.write(path, text(result, base).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(VerifyResult result, Path base) {
        TextReport report = new TextReport(base);
        return result.findings().stream()
                        .flatMap(finding -> report.lines(finding).stream())
                        .collect(Collectors.joining("\n", "", "\n"))
                + TextReport.summary(result.findings())
                + "\n";
    }
}
