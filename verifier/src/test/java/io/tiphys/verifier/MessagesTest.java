package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read, word for word. {@code messages.txt} has a part for each mistake: its name, the text with the mistake, and
 * behind {@code >>>} all that is found, with line, column, template, message and remedy. What does not begin with a field of an
 * object is a list of templates of one. With {@code -Dtiphys.writeMessages=true} the findings are written anew: read the
 * difference before it is committed.
 */
class MessagesTest {
    private static final String FILE = "src/test/resources/io/tiphys/verifier/messages.txt";
    private static final String PART = "=== ";
    private static final String FOUND = ">>>\n";
    private static final String HEAD = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: example}
            spec:
              entrypoint: main
              templates:
            """;

    record Mistake(String name, String text, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^" + PART))
                    .filter(part -> !part.isBlank())
                    .map(MessagesTest::mistake);
        }
    }

    private static Mistake mistake(String part) {
        int name = part.indexOf('\n');
        int found = part.indexOf(FOUND);
        return new Mistake(
                part.substring(0, name), part.substring(name + 1, found), part.substring(found + FOUND.length()));
    }

    private static String found(String text) {
        String whole = text.startsWith("- ") ? HEAD + text.indent(2) : text;
        return Checks.of(whole).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(MessagesTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        Finding.Place place = finding.place();
        String template = place.template().isEmpty() ? "" : " [" + place.template() + "]";
        return place.line() + ":" + place.column() + " " + finding.rule() + template + " " + finding.message()
                + "\n    " + finding.remedy() + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isTold(Mistake mistake) {
        assertThat(found(mistake.text())).isEqualTo(mistake.found()).isNotBlank();
    }

    @Test
    void writtenAnew() throws IOException {
        List<Mistake> mistakes = mistakes().toList();
        assertThat(mistakes).hasSizeGreaterThan(45);
        if (Boolean.getBoolean("tiphys.writeMessages")) {
            StringBuilder all = new StringBuilder();
            for (Mistake mistake : mistakes) {
                all.append(PART).append(mistake.name()).append('\n').append(mistake.text());
                all.append(FOUND).append(found(mistake.text()));
            }
            Files.writeString(Path.of(FILE), all);
        }
    }
}
