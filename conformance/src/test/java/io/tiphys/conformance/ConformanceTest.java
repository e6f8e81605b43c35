package io.tiphys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test per row of the table. */
final class ConformanceTest {
    private static final List<Tally.Result> RESULTS = new CopyOnWriteArrayList<>();

    @TestFactory
    Stream<DynamicTest> rows() throws IOException {
        Path folder = Corpus.folder();
        if (Corpus.find().isEmpty()) {
            String message = "no recorded answers in " + folder + ": give their folder by -Dtiphys.corpus=DIR";
            System.out.println("Conformance is not tested: " + message);
            return Stream.of(dynamicTest("recorded answers", () -> abort(message)));
        }
        Corpus corpus = new Corpus(folder);
        Incomparable incomparable = new Incomparable(resource("incomparable.yaml"));
        Ratchet ratchet = new Ratchet(resource("ratchet.yaml"));
        return Rows.all().stream().map(row -> dynamicTest(row.name(), () -> check(row, corpus, incomparable, ratchet)));
    }

    private static void check(Row row, Corpus corpus, Incomparable incomparable, Ratchet ratchet) {
        Tally tally = new Tally(row.name(), incomparable);
        row.compare(corpus, tally);
        RESULTS.add(tally.result());
        tally.differences().forEach(System.out::println);
        assertThat(ratchet.complaint(tally.result())).isEmpty();
    }

    @AfterAll
    static void table() throws IOException {
        if (!RESULTS.isEmpty()) {
            System.out.println(Report.table(RESULTS));
            Report.write(RESULTS, Path.of("target/conformance.json"));
        }
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = ConformanceTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<YamlDocument> documents = new YamlReader().read(text).documents();
            assertThat(documents).as(name).hasSize(1);
            return documents.get(0).json();
        }
    }
}
