package io.tiphys.verifier.lint.loop;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", " [1, \"a\", {\"b\": [2]}] "})
    void takesLists(String text) {
        assertThat(Loops.list(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "{}", "[1,]", "[01]", "['a']", "[1]x", "[NaN]", "[\"a"})
    void refusesLists(String text) {
        assertThat(Loops.list(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "item-%03d", "%x", "\\u%04x", "\\n%d", "%s", "100%", "%5.2d"})
    void takesFormats(String format) {
        assertThat(Loops.format(format, 1, 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"%d\",1", "\\x%d,1", "%c,10", "%q,34", "\\u%d,1"})
    void refusesFormats(String format, long number) {
        assertThat(Loops.format(format, number, number)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.0", "0x1", "9223372036854775808"})
    void refusesNumbers(String text) {
        assertThat(Loops.number(text)).isPresent();
    }

    @Property(tries = 300)
    void neverFails(@ForAll String text) {
        assertThat(Loops.list(text)).isNotNull();
        assertThat(Loops.format(text, -2, 2)).isNotNull();
    }
}
