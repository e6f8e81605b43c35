package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values with samples in place of some placeholders, wherever these placeholders stand in an object. */
final class Samples {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
    private static final Pattern AMOUNT = Pattern.compile(NUMBER + "([KMGT]i?|m|k)?");
    private static final int MOST = 48;

    private static final List<String> NUMBERS = List.of("1", "0", "3", "1000000");
    private static final List<String> AMOUNTS = List.of("1", "0", "3", "1000000", "999999999999999");
    private static final List<String> FLAGS = List.of("true", "false");
    private static final List<String> TEXTS =
            List.of("a", "1", "/a/b", "/a/../../b", "registry.example.org/a/b:1.0", "a:latest", "true", "0", "");

    private final PolicySubject subject;
    private final Map<JsonPointer, Placeholder> places = new HashMap<>();
    private final Map<String, List<String>> candidates = new TreeMap<>();

    /**
     * Samples for what was read.
     *
     * @param unknown all values of the subject that are not known
     * @param literals what the policy may compare them with
     */
    Samples(
            PolicySubject subject,
            Map<JsonPointer, Placeholder> unknown,
            Set<JsonPointer> reads,
            List<String> literals) {
        this.subject = subject;
        Set<String> wanted = new HashSet<>();
        unknown.forEach((pointer, place) -> {
            if (reads.contains(pointer)) {
                wanted.addAll(place.tags());
            }
        });
        unknown.forEach((pointer, place) -> {
            if (place.tags().stream().anyMatch(wanted::contains)) {
                places.put(pointer, place);
                for (String tag : place.tags()) {
                    candidates.merge(tag, candidates(place, tag, literals), Samples::narrower);
                }
            }
        });
    }

    /** A placeholder that stands in a number's place takes numbers only, wherever else it stands. */
    private static List<String> narrower(List<String> first, List<String> second) {
        return first.size() <= second.size() ? first : second;
    }

    private List<String> candidates(Placeholder place, String tag, List<String> literals) {
        List<String> vouched = subject.examples().get(tag);
        if (vouched != null && !vouched.isEmpty()) {
            return vouched;
        }
        return switch (place.kind()) {
            case INTEGER -> NUMBERS;
            case BOOLEAN -> FLAGS;
            case QUANTITY -> {
                boolean whole = place.isWhole();
                Stream<String> quantities = literals.stream()
                        .filter(text -> (whole ? AMOUNT : NUMBER).matcher(text).matches());
                yield Stream.concat((whole ? AMOUNTS : NUMBERS).stream(), quantities)
                        .distinct()
                        .limit(MOST)
                        .toList();
            }
            case TEXT ->
                Stream.concat(TEXTS.stream(), literals.stream())
                        .distinct()
                        .limit(MOST)
                        .toList();
        };
    }

    /** What the placeholders become: all alike first, then each another value. */
    Set<Map<String, String>> assignments() {
        int rounds = candidates.values().stream().mapToInt(List::size).max().orElse(1);
        Set<Map<String, String>> assignments = new LinkedHashSet<>();
        for (int shift = 0; shift < (candidates.size() > 1 ? 2 : 1); shift++) {
            for (int round = 0; round < rounds; round++) {
                Map<String, String> assignment = new HashMap<>();
                int number = 0;
                for (Map.Entry<String, List<String>> tag : candidates.entrySet()) {
                    List<String> values = tag.getValue();
                    assignment.put(tag.getKey(), values.get((round + shift * number++) % values.size()));
                }
                assignments.add(assignment);
            }
        }
        return assignments;
    }

    /** What then stands in their places. */
    Map<JsonPointer, JsonNode> values(Map<String, String> assignment) {
        Map<JsonPointer, JsonNode> values = new HashMap<>();
        places.forEach((pointer, place) -> values.put(pointer, place.with(assignment)));
        return values;
    }
}
