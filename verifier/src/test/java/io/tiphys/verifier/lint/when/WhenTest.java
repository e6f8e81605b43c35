package io.tiphys.verifier.lint.when;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.verifier.lint.when.When.Bare;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Succeeded == 'Succeeded'",
                "'dry-run' != real",
                "1 + 2 * 3 ** 2 == 19",
                "10 - 3 - 2 == 5",
                "0x1f == 31",
                "a in (a, b)",
                "'abc' =~ '^a'",
                "false && a == b || c < d",
                "(1 < 2) == true",
                "'2026-01-02T00:00:00Z' < '2026-01-02 00:01'",
                "'Jan 2' != '2026'",
                "1 + 'a' == '1a'",
                "7 / 2 == 3.5 ? true : false"
            })
    void isTrue(String text) {
        assertThat(When.of(text, Bare.TEXT).problem()).isEmpty();
        assertThat(When.of(text, Bare.TEXT).result()).hasValue(true);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a b,2",
                "a &&,4",
                "(a == b,7",
                "'a,2",
                "a = b,2",
                "a == $x,5",
                "a.b == c,0",
                "1.2.3 == c,0",
                "a =~ '[',5",
                "-a == b,1",
                "a == b c,7"
            })
    void saysWhere(String text, int offset) {
        When when = When.of(text, Bare.TEXT);
        assertThat(when.wellFormed()).isFalse();
        assertThat(when.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).startsWith("expected ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry-run == real", "a && b", "!(a)", "a in b", "yes", "1 < a", "true || false ? 1 : 2"})
    void wantsOtherValues(String text) {
        When when = When.of(text, Bare.TEXT);
        assertThat(when.wellFormed()).isTrue();
        assertThat(when.problem()).isPresent();
    }

    @Test
    void bareWordsOfCronAreNames() {
        assertThat(When.of("a == a", Bare.NAME).problem()).isPresent();
        assertThat(When.of("'a' == 'a'", Bare.NAME).result()).hasValue(true);
    }

    @Test
    void boundsDepth() {
        assertThat(When.of("(".repeat(40_000) + "1" + ")".repeat(40_000), Bare.TEXT)
                        .problem())
                .isPresent();
    }

    @Property(tries = 300)
    void neverFails(@ForAll String text) {
        assertThat(When.of(text, Bare.TEXT)).isNotNull();
        assertThat(When.of(text, Bare.NAME)).isNotNull();
    }
}
