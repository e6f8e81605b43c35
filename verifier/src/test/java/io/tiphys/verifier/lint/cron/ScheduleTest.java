package io.tiphys.verifier.lint.cron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "*/5 0-3 ? JAN,mar sun",
                "@every 1h30m",
                "@daily",
                "TZ=UTC 0 0 * * *",
                "CRON_TZ=Europe/London  @daily",
                "1,,2 * * * *",
                "*-5 * * * *",
                "0 0 31 2 *"
            })
    void takes(String text) {
        assertThat(Schedule.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``|0",
                "* * * *|0",
                "60 * * * *|0",
                "* * 0 * *|4",
                "* * * * 7|8",
                "* 5-3 * * *|2",
                "*/0 * * * *|2",
                "1,x * * * *|2",
                "1-2-3 * * * *|0",
                "@never|0",
                "@every 5d|8",
                "TZ=Nowhere * * * * *|3",
                "TZ=UTC * * * x *|13"
            },
            delimiter = '|')
    void saysWhere(String text, int offset) {
        assertThat(Schedule.problem(text)).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).contains("expected ");
        });
    }

    @Test
    void oneZoneOnly() {
        assertThat(Schedule.problem("TZ=UTC 0 0 * * *", "Europe/London")).isPresent();
        assertThat(Schedule.problem("TZ=UTC 0 0 * * *", "")).isEmpty();
        assertThat(Schedule.problem("0 0 * * *", "Europe/London")).isEmpty();
    }

    @Test
    void zonesAreSpeltExactly() {
        assertThat(Zones.isKnown("Europe/London")).isTrue();
        assertThat(Zones.isKnown("europe/london")).isFalse();
        assertThat(Zones.isKnown("GMT+1")).isFalse();
    }
}
