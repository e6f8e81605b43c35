package io.tiphys.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table, printed and as JSON. */
final class Report {
    private Report() {}

    static String table(List<Tally.Result> results) {
        StringBuilder text = new StringBuilder();
        String format = "%-26s %7s %9s %7s %10s %13s %13s%n";
        text.append(
                format.formatted("corpus", "cases", "compared", "equal", "different", "incomparable", "undetermined"));
        for (Tally.Result row : results) {
            text.append(String.format(
                    Locale.ROOT,
                    format,
                    row.corpus(),
                    row.cases() == 0 ? "absent" : row.cases(),
                    row.compared(),
                    row.equal(),
                    row.different(),
                    row.incomparable(),
                    row.undetermined()));
        }
        return text.toString();
    }

    static void write(List<Tally.Result> results, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
    }
}
