package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoScalarsTest {
    private static String json(String text) throws GoScalars.NotJsonException {
        return GoScalars.resolve(text, true, null).json().toString();
    }

    private static String tagged(String tag, String text) throws GoScalars.NotJsonException {
        return GoScalars.resolve(text, false, "tag:yaml.org,2002:" + tag).json().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
    void wordsThatAreTrue(String text) throws Exception {
        assertThat(json(text)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
    void wordsThatAreFalse(String text) throws Exception {
        assertThat(json(text)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void wordsThatAreNull(String text) throws Exception {
        assertThat(json(text)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "0644, 420", "0o644, 420", "0O17, 15", "0x1F, 31", "-0x10, -16", "0b101, 5", "1_000, 1000", "0x_1, 1",
        "08, 8", "1e3, 1000", "1.50, 1.5", "5., 5", ".5, 0.5", ".5_0, 0.5", "-0, 0", "1e21, 1.0E21",
        "18446744073709551615, 18446744073709551615", "18446744073709551616, 18446744073709552000"
    })
    void numbers(String text, String number) throws Exception {
        assertThat(json(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yEs",
                "tRue",
                "nUll",
                "none",
                "NaN",
                "1:30",
                "190:20:30",
                "2024-01-01",
                "0x",
                "0b12",
                "_1",
                "._5",
                ".",
                "1e400",
                "1.2.3",
                "1Gi",
                "100m",
                "+",
                "-",
                "<<",
                "=",
                "e1",
                "+ 1"
            })
    void texts(String text) throws Exception {
        assertThat(json(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", ".Inf", ".INF", "+.inf", "-.inf", ".nan", ".NaN", ".NAN"})
    void numbersWithoutJson(String text) throws Exception {
        assertThat(GoScalars.resolve(text, true, null).json().isMissingNode()).isTrue();
        assertThat(tagged("str", text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0x10, 16",
        "1.5, 1.5",
        "1e3, 1000",
        "1e6, 1e+06",
        "1234567.5, 1.2345675e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "yes, true",
        "-.inf, -.inf",
        ".nan, .nan",
        "-0.0, -0"
    })
    void keys(String text, String key) throws Exception {
        assertThat(GoScalars.resolve(text, true, null).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "18446744073709551615"})
    void neverKeys(String text) throws Exception {
        assertThat(GoScalars.resolve(text, true, null).key()).isNull();
    }

    @Test
    void quotedIsText() throws Exception {
        assertThat(GoScalars.resolve("yes", false, null).json().isTextual()).isTrue();
        assertThat(GoScalars.resolve("", true, "!").json().toString()).isEqualTo("\"\"");
        assertThat(GoScalars.resolve("1", true, "!mine").json().toString()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "str, 1, '\"1\"'",
        "int, 1, 1",
        "float, 1, 1",
        "float, 1.5, 1.5",
        "bool, yes, true",
        "null, ~, null",
        "binary, aGk=, '\"hi\"'",
        "timestamp, 2024-01-01, '\"2024-01-01\"'",
        "timestamp, 2024-1-1T0:00:00Z, '\"2024-1-1T0:00:00Z\"'"
    })
    void tags(String tag, String text, String value) throws Exception {
        assertThat(tagged(tag, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "int, 1.0",
        "int, 1e3",
        "int, x",
        "float, x",
        "bool, 1",
        "null, x",
        "timestamp, x",
        "binary, a$Gk=",
        "binary, aGk"
    })
    void tagsThatDoNotFit(String tag, String text) {
        assertThatThrownBy(() -> tagged(tag, text)).isInstanceOf(GoScalars.NotJsonException.class);
    }

    @Test
    void isAmbiguousTellsWhatNeedsQuotes() {
        assertThat(GoScalars.isAmbiguous("0644")).isTrue();
        assertThat(GoScalars.isAmbiguous(".inf")).isTrue();
        assertThat(GoScalars.isAmbiguous("0644x")).isFalse();
    }
}
