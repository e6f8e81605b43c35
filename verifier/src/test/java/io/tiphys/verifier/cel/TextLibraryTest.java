package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string(1.0) == '1' && string(1234567.0) == '1.234567e+06' && string(100000.0) == '100000'",
                "string(1e-7) == '1e-07' && string(5e-324) == '5e-324' && string(-0.0) == '-0' && string(1.0 / 0.0) == '+Inf'",
                "string(duration('1.5s')) == '1.5s' && string(timestamp('2024-01-01T00:00:00.100Z')) == '2024-01-01T00:00:00.1Z'",
                "string(dyn(true)) == 'true' && string(b'abc') == 'abc' && string(2u) == '2'",
                "['a', 'b'].join('-') == 'a-b' && [].join('-') == '' && ['a', 'b'].join() == 'ab'"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void onlyStringsAreJoined() {
        Expressions.fails("dyn([1, 2]).join(',')", "no such overload: join(list, string)");
    }

    @Test
    void badBytesFail() {
        Expressions.fails(
                "[b'a', b'b'].map(b, string(b + b'\\377'))[0]", "invalid UTF-8 in bytes, cannot convert to string");
    }
}
