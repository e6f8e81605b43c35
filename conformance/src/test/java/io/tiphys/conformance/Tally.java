package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the cases of one row. */
final class Tally {
    private static final int LONGEST = 300;

    private final String row;
    private final Incomparable incomparable;
    private final List<String> differences = new ArrayList<>();
    private int cases;
    private int equal;
    private int left;
    private int undetermined;

    Tally(String row, Incomparable incomparable) {
        this.row = row;
        this.incomparable = incomparable;
    }

    /** One case: our answer equals the recorded one if {@code difference} finds nothing to say. */
    void compare(String name, Supplier<Optional<String>> difference) {
        compare(name, MissingNode.getInstance(), difference);
    }

    /** One case with its record, which rules for the incomparable may ask. */
    void compare(String name, JsonNode record, Supplier<Optional<String>> difference) {
        cases++;
        if (incomparable.covers(row, name, record)) {
            left++;
            return;
        }
        Optional<String> found = answer(difference);
        if (found.isPresent()) {
            differences.add(row + " " + name + ": " + shorten(found.get()));
        } else {
            equal++;
        }
    }

    /** One case of which we say that we do not know. */
    void undetermined() {
        cases++;
        undetermined++;
    }

    /** An exception of ours is an answer that differs, whatever its type; the other cases still count. */
    private static Optional<String> answer(Supplier<Optional<String>> difference) {
        try {
            return difference.get();
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
            return Optional.of("ours throws " + e + " at " + at);
        }
    }

    private static String shorten(String text) {
        String line = text.replace("\n", "\\n").replace("\r", "\\r");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    List<String> differences() {
        return differences;
    }

    Result result() {
        return new Result(row, cases, cases - left - undetermined, equal, differences.size(), left, undetermined);
    }

    /** What stands in the table. */
    record Result(
            String corpus, int cases, int compared, int equal, int different, int incomparable, int undetermined) {}
}
