package io.tiphys.model.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** What the value types have in common. */
final class Texts {
    private static final int LONGEST_SHOWN = 60;

    private Texts() {}

    static boolean holdsTag(String text) {
        return text.contains("{{");
    }

    static TextNode checked(String text, Optional<String> problem) {
        refuse(problem);
        return TextNode.valueOf(text);
    }

    static void refuse(Optional<String> problem) {
        if (problem.isPresent()) {
            throw new BadValueException(problem.get());
        }
    }

    /** The text of a JSON value that has to be text. */
    static String text(JsonNode json, String allowed, String example) {
        if (!json.isTextual()) {
            throw new BadValueException(problem("is no text", json.toString(), allowed, example, ""));
        }
        return json.textValue();
    }

    static Optional<String> bad(String what, String seen, String allowed, String example) {
        return Optional.of(problem(what, seen, allowed, example, "\""));
    }

    private static String problem(String what, String seen, String allowed, String example, String quote) {
        String shown = seen.length() <= LONGEST_SHOWN ? seen : seen.substring(0, LONGEST_SHOWN) + "…";
        return quote + shown + quote + " " + what + "; allowed: " + allowed + "; for example " + example;
    }
}
