package io.tiphys.verifier.lint.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "-0.5Gi", "+1e-3", "1.", ".5", "m", "1E", "1e+09"})
    void takes(String text) {
        assertThat(QuantityText.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',0", "1 Gi,1", "1GB,1", "1.5.5,3", "1e,1", "--1,1", "0x10,1", "1K,1"})
    void saysWhere(String text, int offset) {
        assertThat(QuantityText.problem(text)).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).startsWith("expected ");
        });
    }
}
