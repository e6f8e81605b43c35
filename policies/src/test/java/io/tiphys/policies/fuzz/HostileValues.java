package io.tiphys.policies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Values that nobody means well with: expressions, patches, regular expressions, numbers at the edge, deep and huge ones. */
final class HostileValues {
    private static final List<String> PARTS = List.of(
            "(",
            "[",
            "{",
            "!",
            "-",
            "not ",
            "1 + ",
            "a.b && ",
            "a ? b : ",
            "'x' in (",
            "{{",
            "{{=",
            "{{a",
            "}}",
            "\\",
            "\"");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uFEFFa",
            "\uD83D\uDE00",
            "\u2028",
            "9223372036854775808",
            "-0",
            "1e999",
            "0x7fffffffffffffff",
            "NaN",
            "1h1h1h-1h",
            "999999999999h",
            "* * * * *",
            "TZ=Nowhere/At/All * * * * *",
            "*/0 0-99 1,,2 ? L",
            "@every -1s",
            "1Ei",
            "1e-99999999",
            "0.00000000000000000000000000000000001n",
            "{{inputs.parameters.a}}",
            "{{inputs.parameters.{{inputs.parameters.a}}}}",
            "{{=sprig.repeat(1000000000, 'x')}}",
            "{{=map(1..1000000000, # * #)}}",
            "{{=toJson(inputs)}}",
            "{{=let a = 1..100000; map(a, map(a, map(a, #)))}}",
            "{{=reduce(1..1000000, #acc + #acc, 'x')}}",
            "{{='a' matches '(a+)+$'}}",
            "{{=filter([1,2,3], {all(1..100000, {# > 0})})}}",
            "{{=sprig.genPrivateKey('rsa')}}",
            "{{=sprig.regexReplaceAll('(x+x+)+y', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '')}}",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx =~ '^(x+x+)+y$'",
            "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' =~ '(x|x)*y'",
            "a && b || !c && (d.Succeeded || e.AnySucceeded)",
            "{\"containers\":[{\"name\":\"main\",\"$patch\":\"delete\"}]}",
            "{\"containers\":[{\"$patch\":\"replace\"}],\"$setElementOrder/containers\":[{}]}",
            "containers: [{name: main, resources: {limits: {cpu: {{inputs.parameters.a}}}}}]",
            "{\"$retainKeys\":[1],\"volumes\":{\"$patch\":7}}",
            "a: &a [*a, *a]",
            "&a {<<: *a}",
            "../../etc/passwd",
            "https://[::1]:99999/%zz",
            "registry.example.org/a/b:c@sha256:0",
            "[{\"a\":1},{\"a\":[{}]},null,1e400]",
            "{\"count\":\"9999999999\"}");

    private HostileValues() {}

    static List<JsonNode> all() {
        List<JsonNode> values = new ArrayList<>();
        TEXTS.forEach(text -> values.add(TextNode.valueOf(text)));
        for (String part : PARTS) {
            values.add(TextNode.valueOf(part.repeat(2_000)));
            values.add(TextNode.valueOf("{{=" + part.repeat(500) + "}}"));
        }
        values.add(TextNode.valueOf("x".repeat(300_000)));
        values.add(TextNode.valueOf("{{a}}".repeat(20_000)));
        values.add(NullNode.getInstance());
        values.add(BooleanNode.TRUE);
        values.add(IntNode.valueOf(0));
        values.add(IntNode.valueOf(-1));
        values.add(LongNode.valueOf(Long.MAX_VALUE));
        values.add(LongNode.valueOf(Long.MIN_VALUE));
        values.add(BigIntegerNode.valueOf(BigInteger.TEN.pow(400)));
        values.add(DoubleNode.valueOf(1e300));
        values.add(DoubleNode.valueOf(-0.0));
        values.add(JsonNodeFactory.instance.objectNode());
        values.add(JsonNodeFactory.instance.arrayNode());
        values.add(nested(80));
        values.add(JsonNodeFactory.instance.objectNode().put("", "").put("a/b~c", 1));
        values.add(JsonNodeFactory.instance.objectNode().put("count", 1_000_000_000));
        return values;
    }

    private static JsonNode nested(int depth) {
        JsonNode value = TextNode.valueOf("x");
        for (int i = 0; i < depth; i++) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            list.add(value);
            value = i % 2 == 0 ? list : JsonNodeFactory.instance.objectNode().set("a", list);
        }
        return value;
    }
}
