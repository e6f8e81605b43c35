package io.tiphys.verifier.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the runtime does otherwise than the API server by itself. */
class GapsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int(duration('90s')) == 90000000000",
                "duration('1.5s') + duration('-5m') == duration('-4m58.5s')",
                "!dyn([1])[?dyn(-1)].hasValue() && [1][?0].value() == 1 && ![1][?5].hasValue()",
                "'a'.indexOf('b', 9) == -1 && 'a'.lastIndexOf('b', 9) == -1 && 'ab'.indexOf('', 9) == 9",
                "int('-5') == -5 && int(5u) == 5 && int(-1.9) == -1 && int(timestamp('1970-01-01T00:01:00Z')) == 60",
                "string(timestamp('2024-01-01T01:00:00.5+01:00')) == '2024-01-01T01:00:00.5+01:00'",
                "timestamp('2024-01-01T01:00:00+01:00') == timestamp('2024-01-01T00:00:00Z')",
                "timestamp(60) == timestamp('1970-01-01T00:01:00Z')",
                "'%s'.format([[0.5]]) == '[0.500000]'",
                "'%s'.format([[b'a']]) == '[b\"a\"]'",
                "'%s'.format([[duration('90s')]]) == '[duration(\"90s\")]'",
                "'%s'.format([[timestamp('2024-01-01T00:00:00Z')]]) == '[timestamp(\"2024-01-01T00:00:00Z\")]'",
                "'%s'.format([type(1)]) == 'int'",
                "{1.5: 'x'}[1.5] == 'x'",
                "dyn(3).orValue(4) == 3",
                "!{'a': dyn('text')}.?a.b.hasValue()",
                "[dyn('a'), dyn(1)].max() == 'a'",
                "google.protobuf.Timestamp{seconds: 60} == timestamp('1970-01-01T00:01:00Z')",
                "google.protobuf.Int64Value{value: 1} == 1",
                "quantity('9223372036854775808').isGreaterThan(quantity('9223372036854775807'))"
            })
    void isTrue(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void fails() {
        Expressions.fails("{'a': 1}['b'] == 1", "no such key: b");
        Expressions.fails("[dyn(1), dyn(null)].max() == 1", "no such overload");
        Expressions.fails("int([dyn('1.5')][0]) == 1", "type conversion error from 'string' to 'int'");
        Expressions.fails("int([dyn(1e30)][0]) == 1", "integer overflow");
        Expressions.fails("int([dyn([])][0]) == 1", "no such overload: int(list)");
        Expressions.fails(
                "timestamp([dyn('x')][0]) == timestamp(0)",
                "type conversion error from 'string' to 'google.protobuf.Timestamp'");
        Expressions.fails("timestamp([dyn(true)][0]) == timestamp(0)", "no such overload: timestamp(bool)");
    }

    @Test
    void isRefused() {
        Expressions.isRefused("1e400 > 1.0", 35);
        Expressions.isRefused("timestamp('x') == timestamp(0)", 35);
        Expressions.isRefused("google.protobuf.Api{}", 35);
    }

    @Test
    void absentIsNone() {
        assertThat(Expressions.evaluate("object.?a.?b.hasValue()", "{\"a\": {}}"))
                .isEqualTo(new CelResult.Value(false));
    }
}
