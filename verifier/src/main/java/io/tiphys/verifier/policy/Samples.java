package io.tiphys.verifier.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values with samples in place of some placeholders, wherever these placeholders stand in an object. */
final class Samples {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");
    private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]{1,128})'|\"([^\"\\\\]{1,128})\"");
    /** What may be a value, as opposed to regular expressions, separators and messages. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9./:@_-]*");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
    private static final Pattern AMOUNT = Pattern.compile(NUMBER + "([KMGT]i?|m|k)?");
    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");
    private static final int MOST = 48;

    private static final List<String> NUMBERS = List.of("1", "0", "3", "1000000");
    private static final List<String> AMOUNTS = List.of("1", "0", "3", "1000000", "999999999999999");
    private static final List<String> FLAGS = List.of("true", "false");
    private static final List<String> TEXTS =
            List.of("a", "1", "/a/b", "/a/../../b", "registry.example.org/a/b:1.0", "a:latest", "true", "0", "");

    private final PolicySubject subject;
    private final Map<JsonPointer, String> templates =
            new TreeMap<>((first, second) -> first.toString().compareTo(second.toString()));
    private final Map<String, List<String>> candidates = new TreeMap<>();
    private final Map<JsonPointer, FieldKind> kinds = new HashMap<>();

    Samples(PolicySubject subject, Set<JsonPointer> reads, AdmissionPolicy policy, Optional<JsonNode> params) {
        this.subject = subject;
        List<String> literals = literals(policy, params);
        Set<String> wanted = new LinkedHashSet<>();
        reads.forEach(pointer -> wanted.addAll(tags(template(pointer))));
        for (JsonPointer pointer : subject.undetermined()) {
            String template = template(pointer);
            if (tags(template).stream().anyMatch(wanted::contains)) {
                templates.put(pointer, template);
                for (String tag : tags(template)) {
                    candidates.merge(tag, candidates(pointer, template, tag, literals), Samples::narrower);
                }
            }
        }
    }

    /** The text with its placeholders; a value that is no such text is one placeholder as a whole. */
    private String template(JsonPointer pointer) {
        JsonNode value = subject.object().at(pointer);
        return value.isTextual() && TAG.matcher(value.textValue()).find() ? value.textValue() : "{{" + value + "}}";
    }

    private FieldKind kind(JsonPointer pointer) {
        return kinds.computeIfAbsent(pointer, of -> FieldKind.of(subject.resource(), of));
    }

    /** Where samples stand. */
    Set<JsonPointer> places() {
        return Set.copyOf(templates.keySet());
    }

    /** The values that stay unknown. */
    Set<JsonPointer> others() {
        Set<JsonPointer> others = new java.util.HashSet<>(subject.undetermined());
        others.removeAll(templates.keySet());
        return others;
    }

    /** A placeholder that stands in a number's place takes numbers only, wherever else it stands. */
    private static List<String> narrower(List<String> first, List<String> second) {
        return first.size() <= second.size() ? first : second;
    }

    private List<String> candidates(JsonPointer pointer, String template, String tag, List<String> literals) {
        List<String> vouched = subject.examples().get(tag);
        if (vouched != null && !vouched.isEmpty()) {
            return vouched;
        }
        return switch (kind(pointer)) {
            case INTEGER -> NUMBERS;
            case BOOLEAN -> FLAGS;
            case QUANTITY -> {
                boolean whole = TAG.matcher(template).matches();
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

    private static List<String> tags(String template) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(template);
        while (matcher.find()) {
            tags.add(matcher.group(1));
        }
        return tags;
    }

    /** What a policy may compare a value with: its literals, and the words of the params that it names. */
    private static List<String> literals(AdmissionPolicy policy, Optional<JsonNode> params) {
        List<String> expressions = Stream.concat(
                        policy.variables().stream()
                                .map(variable -> variable.source().expression()),
                        policy.validations().stream()
                                .map(validation -> validation.expression().expression()))
                .toList();
        Set<String> found = new LinkedHashSet<>();
        params.ifPresent(node -> node.path("data").properties().stream()
                .filter(entry -> expressions.stream().anyMatch(text -> text.contains(entry.getKey())))
                .forEach(entry -> addWords(entry.getValue().asText(), found)));
        for (String expression : expressions) {
            Matcher matcher = LITERAL.matcher(expression);
            while (matcher.find()) {
                String literal = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                if (VALUE.matcher(literal).matches()) {
                    found.add(literal);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void addWords(String text, Set<String> found) {
        for (String word : SEPARATORS.split(text)) {
            found.add(word);
            found.add(word + "/a");
            found.add(word.substring(word.indexOf('=') + 1));
            found.add(word.replace("*", "a"));
        }
    }

    /** What stands in the places: all placeholders alike first, then each another value. */
    List<Map<JsonPointer, JsonNode>> values() {
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
        return assignments.stream().map(this::values).toList();
    }

    private Map<JsonPointer, JsonNode> values(Map<String, String> assignment) {
        Map<JsonPointer, JsonNode> values = new HashMap<>();
        templates.forEach((pointer, template) -> values.put(pointer, value(pointer, template, assignment)));
        return values;
    }

    private JsonNode value(JsonPointer pointer, String template, Map<String, String> assignment) {
        String text = TAG.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(assignment.getOrDefault(match.group(1), match.group())));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind(pointer)) {
            case INTEGER ->
                text.matches("-?[0-9]{1,18}") ? nodes.numberNode(Long.parseLong(text)) : nodes.textNode(text);
            case BOOLEAN -> FLAGS.contains(text) ? nodes.booleanNode(Boolean.parseBoolean(text)) : nodes.textNode(text);
            case QUANTITY, TEXT -> nodes.textNode(text);
        };
    }
}
