package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double('1_000') == 1000.0 && double('0x1p-2') == 0.25 && double('1e3') == 1000.0 && double('.5') == 0.5",
                "double('-inf') == -1.0 / 0.0 && double('NaN') != double('NaN')",
                "double(dyn(3)) == 3.0 && double(2u) == 2.0"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void noNumberFails() {
        Expressions.fails("['1e400'].map(t, double(t))[0]", "type conversion error from 'string' to 'double'");
        Expressions.fails("[' 1'].map(t, double(t))[0]", "type conversion error from 'string' to 'double'");
    }
}
