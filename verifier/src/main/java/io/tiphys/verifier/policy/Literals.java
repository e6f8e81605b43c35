package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a policy may compare a value with: its literals, and the words of the params that it names. */
final class Literals {
    private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]{1,128})'|\"([^\"\\\\]{1,128})\"");
    /** What may be a value, as opposed to regular expressions, separators and messages. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9./:@_-]*");

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private Literals() {}

    static List<String> of(AdmissionPolicy policy, JsonNode param) {
        List<String> expressions = Stream.concat(
                        policy.variables().stream()
                                .map(variable -> variable.source().expression()),
                        policy.validations().stream()
                                .map(validation -> validation.expression().expression()))
                .toList();
        Set<String> found = new LinkedHashSet<>();
        param.path("data").properties().stream()
                .filter(entry -> expressions.stream().anyMatch(text -> text.contains(entry.getKey())))
                .forEach(entry -> addWords(entry.getValue().asText(), found));
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
}
