package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;

/** Workflow commands of GitHub Actions: {@code ::error file=a.yaml,line=1,col=2,title=VAR-01::…}. */
final class GithubReport {
    private GithubReport() {}

    static void write(VerifyResult result, Writer writer) throws IOException {
        for (Finding finding : result.findings()) {
            if (finding.waiver().isEmpty()) {
                writer.write(command(finding));
                writer.write('\n');
            }
        }
    }

    private static String command(Finding finding) {
        Finding.Place place = finding.place();
        StringBuilder command =
                new StringBuilder("::").append(level(finding.severity())).append(' ');
        if (!place.file().isEmpty()) {
            command.append("file=").append(property(place.file())).append(',');
            if (place.line() > 0) {
                command.append("line=")
                        .append(place.line())
                        .append(",col=")
                        .append(place.column())
                        .append(',');
            }
        }
        String title = place.template().isEmpty() ? finding.rule() : finding.rule() + " " + place.template();
        String remedy = finding.remedy().isEmpty() ? "" : "\n" + finding.remedy();
        String java = finding.java()
                .map(line -> "\nwritten by " + line.file() + ":" + line.line())
                .orElse("");
        return command.append("title=").append(property(title)).append("::")
                + text(Printable.of(finding.message()) + java + remedy);
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.label();
    }

    private static String text(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return text(text).replace(":", "%3A").replace(",", "%2C");
    }
}
