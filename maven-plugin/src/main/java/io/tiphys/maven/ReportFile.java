package io.tiphys.maven;

import io.tiphys.model.file.WholeFile;
import io.tiphys.verifier.VerifyResult;
import io.tiphys.verifier.report.ReportFormat;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A report to write: {@code json:target/tiphys/report.json}, or {@code github:-} for the standard output.
 *
 * @param path nothing for the standard output
 */
record ReportFile(ReportFormat format, Optional<Path> path) {
    private static final String STANDARD_OUTPUT = "-";

    static List<ReportFile> parse(List<String> texts, Function<File, Path> paths) throws MojoFailureException {
        List<ReportFile> files = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            String where = text.substring(colon + 1).strip();
            Optional<ReportFormat> format =
                    ReportFormat.of(text.substring(0, Math.max(colon, 0)).strip());
            if (format.isEmpty() || where.isEmpty()) {
                throw new MojoFailureException("tiphys.reports has \"" + text
                        + "\"; write format:path, or format:- for the standard output, with one of these formats: "
                        + ReportFormat.labels() + ".");
            }
            Optional<Path> path = Optional.of(where)
                    .filter(name -> !name.equals(STANDARD_OUTPUT))
                    .map(name -> paths.apply(new File(name)));
            if (path.isPresent() && Files.isDirectory(path.get())) {
                throw new MojoFailureException(
                        "tiphys.reports has \"" + text + "\", which is a folder; name a file in it.");
            }
            files.add(new ReportFile(format.get(), path));
        }
        return files;
    }

    void write(VerifyResult result, Path base) throws IOException {
        if (path.isPresent()) {
            WholeFile.write(path.get(), writer -> format.write(result, base, writer));
        } else {
            Writer writer = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
            format.write(result, base, writer);
            writer.flush();
        }
    }
}
