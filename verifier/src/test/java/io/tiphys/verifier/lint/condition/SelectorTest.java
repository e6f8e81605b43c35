package io.tiphys.verifier.lint.condition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "!a,b", "a=", "a == b, c != d", "a>1,a<5", "a in (b,,c)", "a notin ()", "in == in"})
    void takes(String text) {
        assertThat(Selector.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a == 'b'|5",
                "a && b|2",
                "a,|2",
                "a > 0.5|4",
                "a in b|5",
                "a in (b c)|8",
                "a in (b|7",
                "!!a|1",
                ".a == b|0",
                "a == b c|7"
            })
    void saysWhere(String text, int offset) {
        assertThat(Selector.problem(text)).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).contains("expected ");
        });
    }

    @Property(tries = 300)
    void neverFails(@ForAll String text) {
        assertThat(Selector.problem(text)).isNotNull();
    }
}
