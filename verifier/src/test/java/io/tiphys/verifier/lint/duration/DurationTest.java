package io.tiphys.verifier.lint.duration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1.5h,5400000000000",
        "-.5s,-500000000",
        "1m1ms,60001000000",
        "2562047h47m16.854775807s,9223372036854775807"
    })
    void reads(String text, long nanoseconds) {
        assertThat(Duration.of(text)).isEqualTo(new Duration(nanoseconds, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"'',0", "5,1", "1d,1", "1h 30m,1", "s,0", "1h-30m,1", "9223372037s,0", "1sx,1", "--1s,1"})
    void saysWhere(String text, int offset) {
        assertThat(Duration.of(text).problem()).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).startsWith("expected ");
        });
    }

    @Test
    void bareSeconds() {
        assertThat(Duration.ofSeconds("+90").nanoseconds()).isEqualTo(90_000_000_000L);
        assertThat(Duration.ofSeconds("9223372036854775808").problem()).isPresent();
        assertThat(Duration.of("-1s").notNegative().problem()).isPresent();
    }
}
