package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of texts in one small language, with the answers of the real code.
 *
 * @param file its name without ending, and that of the row
 * @param title how a record is called
 * @param difference what we say otherwise
 */
record Language(String file, Function<JsonNode, String> title, Function<JsonNode, Optional<String>> difference)
        implements Row {

    @Override
    public String name() {
        return "languages/" + file;
    }

    @Override
    public void compare(Corpus corpus, Tally tally) {
        for (JsonNode record : corpus.records("lint/languages/" + file + ".jsonl")) {
            tally.compare(title.apply(record), record, () -> difference.apply(record));
        }
    }
}
