package io.tiphys.verifier.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "*/5 0-3 ? JAN,mar sun",
                "@every 1h30m",
                "@daily",
                "TZ=UTC 0 0 * * *",
                "1,,2 * * * *"
            })
    void takes(String text) {
        assertThat(CronText.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* * 0 * *",
                "* * * * 7",
                "* 5-3 * * *",
                "*/0 * * * *",
                "@never",
                "x * * * *"
            })
    void refuses(String text) {
        assertThat(CronText.problem(text)).isPresent();
    }
}
