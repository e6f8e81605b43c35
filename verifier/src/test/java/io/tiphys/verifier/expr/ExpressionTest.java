package io.tiphys.verifier.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.b?.c['d-e'][0][1:2][:3][4:]",
                "a.in.not",
                "1_000 + 0xFF - .5e-3 ** 2 ^ 3",
                "not (a not in [1, 2,]) ? 'y' : \"n\"",
                "a ?: b",
                "let x = 1; x + 1",
                "if a { 1 } else if b { 2 } else { 3 }",
                "map(a, {# + 1}) | filter(.b > 1) | len()",
                "reduce(a, #acc + #, 0)",
                "sum(a) + count(a, # > 1)",
                "{a: 1, 'b': 2, 3: 4, (c): 5,}",
                "1 < a <= 3",
                "a /* so */ + b // and on",
                "`raw \\ ``text```",
                "'\\u{1F600}\\x41\\101\\''",
                "::len(a)",
                "sprig.trim(asInt('1'))",
                "1..3",
                "(a ?? b) + 1",
                "1; 2;",
                "b'\\xff'"
            })
    void isExpression(String text) {
        assertThat(Expression.parse(text).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 +|expected a value, a name or an opening bracket at character 4, found the end",
                "(a|expected an operator or the \")\" that closes the bracket at character 1 at character 3, found the end",
                "a)|expected an operator or the end at character 2, found \")\"",
                "a b|expected an operator or the end at character 3, found the name \"b\"",
                "a b 'c|expected an operator or the end at character 3, found the name \"b\"",
                "'abc|expected ' that closes the text that begins at character 1 at character 5, found the end",
                "a.t-1.x|expected a blank or an operator behind the number 1. at character 7, found \"x\"",
                "a = 1|expected an operator or the end at character 3, found \"=\"",
                "len(a b)|expected an operator, \",\" or the \")\" that closes the bracket at character 4 at character 7, found the name \"b\"",
                "{{a}}|expected the key of an entry (a name, a text, a number or an expression in parentheses) or \"}\" at character 2, found \"{\"",
                "a.|expected the name of a member at character 3, found the end",
                "a not b|expected in, matches, contains, startsWith or endsWith behind \"not\" at character 7, found the name \"b\"",
                "a ? b|expected the \":\" that belongs to the \"?\" at character 3 at character 6, found the end",
                "99999999999999999999|expected a number of at most 64 bits with at least one digit in each part at character 1, found the number 99999999999999999999",
                "a @ b|expected a name, a value or an operator at character 3, found \"@\"",
                "# a|expected a value, a name or an opening bracket at character 1, found \"#\"",
            })
    void isNone(String text, String message) {
        assertThat(Expression.parse(text).problem().orElseThrow().message()).isEqualTo(message);
    }

    @Test
    void placesAndShapes() {
        Syntax syntax = Expression.parse("a + b.c").syntax().orElseThrow();
        assertThat(syntax)
                .isEqualTo(new Syntax.Binary(
                        "+",
                        new Syntax.Name("a", 0),
                        new Syntax.Member(new Syntax.Name("b", 4), new Syntax.Literal("c", 6), false, false, 6),
                        2));
    }

    @Test
    void bindsAsWritten() {
        assertThat(Expression.parse("-2 ** 2").syntax().orElseThrow())
                .isEqualTo(new Syntax.Unary(
                        "-", new Syntax.Binary("**", new Syntax.Literal(2L, 1), new Syntax.Literal(2L, 6), 3), 0));
    }

    @Test
    void hostileTextsAreLimits() {
        assertThat(Expression.parse("(".repeat(5000)).problem().orElseThrow().limit())
                .isTrue();
        assertThat(Expression.parse("a+".repeat(60_000)).problem().orElseThrow().limit())
                .isTrue();
        assertThat(Expression.parse("-".repeat(5000) + "a")
                        .problem()
                        .orElseThrow()
                        .limit())
                .isTrue();
        assertThat(Expression.parse("a" + "+a".repeat(4000)).problem()).isEmpty();
        assertThat(Expression.parse("a" + "+a".repeat(6000))
                        .problem()
                        .orElseThrow()
                        .limit())
                .isFalse();
    }
}
