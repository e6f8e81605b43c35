package io.tiphys.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random JSON with texts that are hard to write. */
public final class JsonTrees {
    private static final String[] WORDS = {
        "",
        " ",
        "\n",
        "\t",
        "~",
        "y",
        "No",
        "ON",
        "null",
        "Null",
        "true",
        "0644",
        "0o17",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        "+.inf",
        ".NaN",
        "NaN",
        "1:30",
        "2024-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43",
        "<<",
        "=",
        "-",
        "--",
        "---",
        "--- a",
        "...",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "{{x}}",
        "{{=a ? b : c}}",
        "[a]",
        "{a}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "|-",
        "%a",
        "@a",
        "`a`",
        "'a'",
        "\"a\"",
        "a'b\"c",
        "\\n",
        "a\\",
        "a\nb",
        "a\nb\n",
        "a\n\nb\n\n\n",
        "\na",
        " a\nb",
        "a \nb",
        "a\n b",
        "\ta\nb",
        "a\tb\n",
        "a\n\tb",
        "a\r\nb",
        "a\rb",
        "#!/bin/sh\necho x\n",
        "a\n---\nb",
        "a\n...\n",
        "%YAML 1.1\n---\n",
        "- a\n- b\n",
        "a\u0000b",
        "a\u0007",
        "a\u007f",
        "\u0085",
        "a\u2028b",
        "a\nb\u2029",
        "\uFEFFa",
        "a\uFEFF\nb",
        "\uFFFE",
        "\uD83D\uDE80",
        "a\uD83D\uDE80\nb",
        "é\n",
        "日本語",
        "? a",
        "? ",
        "a,b",
        "0",
        "-0",
        "1.0",
        "+1",
        "1Gi",
        "0b1",
        "0o8",
        "08",
        "1__0",
        "12e03",
        "-2E+05",
        "a" + " b".repeat(100),
        "k".repeat(200)
    };

    private JsonTrees() {}

    public static Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(WORDS);
        Arbitrary<String> typed = Arbitraries.strings()
                .withChars("0123456789abcefinoxyzTZ_+-.:~ \n#'\"\\{}[],&*!|>%@`?=<\t")
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20).map(text -> text.codePoints()
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        Arbitrary<String> joined = words.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("\n", parts));
        return Arbitraries.oneOf(words, typed, any, joined);
    }

    public static Arbitrary<JsonNode> trees(int depth) {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(List.of(
                texts().map(TextNode::valueOf),
                Arbitraries.longs().map(LongNode::valueOf),
                Arbitraries.of(0.1, 1.5, -2.25e-7, 1.0e21, 1.7976931348623157E308, 4.9E-324)
                        .map(DoubleNode::valueOf),
                Arbitraries.of(true, false).map(BooleanNode::valueOf),
                Arbitraries.just(NullNode.getInstance())));
        return depth == 0
                ? leaves
                : Arbitraries.frequencyOf(Tuple.of(3, leaves), Tuple.of(1, objects(depth)), Tuple.of(1, lists(depth)));
    }

    static Arbitrary<JsonNode> objects(int depth) {
        return Arbitraries.maps(texts(), trees(depth - 1)).ofMaxSize(4).map(fields -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> lists(int depth) {
        return trees(depth - 1).list().ofMaxSize(4).map(items -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(array::add);
            return array;
        });
    }
}
