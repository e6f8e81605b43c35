package io.tiphys.verifier.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    private static final Scope SCOPE = new Scope.Builder()
            .text("inputs.parameters.n", "42")
            .text("inputs.parameters.list", "[3,1,2]")
            .text("inputs.parameters.my-name", "ada")
            .absent("tasks.a.outputs.result")
            .unknown("workflow.status")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "asInt(inputs.parameters.n) * 2|84",
                "inputs.parameters['my-name'] + '!'|ada!",
                "sort(fromJSON(inputs.parameters.list))|[1,2,3]",
                "map(1..3, {# * #})|[1,4,9]",
                "2 ** 10|1024",
                "7 / 2|3.5",
                "7 % 4 == 3 ? 'y' : 'n'|y",
                "tasks.a.outputs.result ?? 'none'|none",
                "jsonpath('{\"a\":[1,{\"b\":\"c\"}]}', '$.a[1].b')|c",
                "upper(sprig.trim(' a '))|A",
                "sprig.default('d', '')|d",
                "sprig.add(1, '2')|3",
                "toJson({b: 1, a: [nil, true]})|{\"a\":[null,true],\"b\":1}",
                "filter(['ab', 'cd'], # startsWith 'c')|[\"cd\"]",
                "reduce([1, 2, 3], #acc + #)|6",
                "'abc'[1:]|bc",
                "1e21|1e+21",
                "0.1 + 0.2|0.30000000000000004",
                "duration('90s')|90000000000",
                "'a' in ['a', 'b'] and 2 not in [1]|true",
            })
    void gives(String expression, String value) {
        assertThat(Expressions.tag(expression, SCOPE)).isEqualTo(Answer.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' + 1",
                "asInt('x')",
                "inputs.parameters.list[0:9] + 1",
                "nil",
                "[1][5]",
                "1 and true",
                "not 'a'",
                "inputs.parameters.nope.x ?? 1",
                "sprig.fail('no')",
                "fromJSON('{')",
                "1 +",
                "'x' matches '['"
            })
    void isRefused(String expression) {
        assertThat(Expressions.json(expression, SCOPE).problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workflow.status == 'Failed'",
                "now()",
                "sprig.randAlpha(3)",
                "steps.a.outputs.result",
                "keys({a: 1, b: 2})",
                "repeat('a', 1000000000)",
                "1..1000000000"
            })
    void isUndetermined(String expression) {
        assertThat(Expressions.tag(expression, SCOPE).unknown()).isPresent();
    }

    @Test
    void conditionsMustBeConditions() {
        assertThat(Expressions.condition("'true'", SCOPE).problem()).isPresent();
        assertThat(Expressions.condition("1 < 2 < 3", SCOPE)).isEqualTo(Answer.of("true"));
    }

    @Test
    void hostileExpressionsEnd() {
        String loops = "map(1..90000, {map(1..90000, {#})})";
        assertThat(Expressions.json(loops, SCOPE).unknown()).isPresent();
    }
}
