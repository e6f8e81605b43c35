package io.tiphys.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0",
                "128974848",
                "1G",
                "1Gi",
                "1.5Gi",
                "100u",
                "100m",
                "5n",
                "1e3",
                "1E3",
                "12E",
                "1e-3",
                ".5",
                "5.",
                "+1",
                "-1",
                "1k",
                " 2 ",
                "{{inputs.parameters.memory}}",
                "{{x}}Gx"
            })
    void quantitiesOfKubernetesAreTaken(String text) {
        assertThat(Quantity.problem(text)).isEmpty();
        assertThat(Quantity.of(text).json()).isEqualTo(TextNode.valueOf(text));
        assertThat(Quantity.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1Gx", "1 Gi", "1KI", "1K i", "Gi", ".", "1e", "1e1.5", "0x10", "1_000", "1,5", "1Gib", "1e99999",
                "ten"
            })
    void otherQuantitiesAreRefused(String text) {
        String problem = Quantity.problem(text).orElseThrow();
        assertThatThrownBy(() -> Quantity.of(text))
                .isInstanceOf(BadValueException.class)
                .hasMessage(problem);
        assertThat(problem).startsWith("\"" + text + "\" is no quantity").contains("allowed: ", "for example 500m");
    }

    @Test
    void theMessageNamesTheUnit() {
        assertThat(Quantity.problem("1Gx").orElseThrow())
                .isEqualTo(
                        "\"1Gx\" is no quantity: unknown unit \"Gx\"; allowed: a number, alone or with n, u, m, k, M, G, T, P, E,"
                                + " with Ki, Mi, Gi, Ti, Pi, Ei, or with an exponent e3; for example 500m, 2, 1.5Gi");
        assertThat(Quantity.problem("x".repeat(5000)).orElseThrow()).hasSizeLessThan(400);
    }

    @Test
    void quantitiesAreEqualByAmount() {
        assertThat(Quantity.of("1Gi")).isEqualTo(Quantity.of("1024Mi")).hasSameHashCodeAs(Quantity.of("1024Mi"));
        assertThat(Quantity.of("1000m")).isEqualTo(Quantity.of(1)).isNotEqualTo(Quantity.of("1001m"));
        assertThat(Quantity.of("0Gi")).isEqualTo(Quantity.of("0.0"));
        assertThat(Quantity.of("{{a}}")).isEqualTo(Quantity.of("{{a}}")).isNotEqualTo(Quantity.of("{{b}}"));
        assertThat(Quantity.of("1.5Ki").amount().orElseThrow()).isEqualByComparingTo("1536");
        assertThat(Quantity.fromJson(DoubleNode.valueOf(1.5))).isEqualTo(Quantity.of("1500m"));
        assertThatThrownBy(() -> Quantity.fromJson(NullNode.getInstance())).isInstanceOf(BadValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "0", "30", "-5", "+5", "30s", "1h30m", "1.5h", ".5s", "100ms", "3us", "3µs", "3ns", "-1m", "{{x}}",
                "{{=x}}s"
            })
    void durationsOfArgoAreTaken(String text) {
        assertThat(Duration.problem(text)).isEmpty();
        assertThat(Duration.of(text).json()).isEqualTo(TextNode.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d",
                "2 m",
                "1h 30m",
                "30 s",
                "1.5",
                "s",
                ".s",
                "1s5",
                "PT1H",
                "99999999999999999999",
                "2600000h",
                "soon"
            })
    void otherDurationsAreRefused(String text) {
        String problem = Duration.problem(text).orElseThrow();
        assertThat(problem)
                .startsWith("\"" + text + "\" is no duration; allowed: ")
                .contains("for example 30, 90s");
        assertThatThrownBy(() -> Duration.of(text))
                .isInstanceOf(BadValueException.class)
                .hasMessage(problem);
        assertThat(GoDuration.problem(text)).isPresent();
    }

    @Test
    void whereGoReadsADurationAPlainNumberIsNone() {
        assertThat(GoDuration.problem("30").orElseThrow()).contains("units h, m, s");
        assertThat(GoDuration.problem("0")).isEmpty();
        assertThat(GoDuration.of("1h30m").length()).contains(java.time.Duration.ofMinutes(90));
    }

    @Test
    void durationsAreEqualByLength() {
        assertThat(Duration.of(90)).isEqualTo(Duration.of("1m30s")).hasSameHashCodeAs(Duration.of("1.5m"));
        assertThat(Duration.of(90).json()).isEqualTo(TextNode.valueOf("90"));
        assertThat(GoDuration.of("90s")).isEqualTo(GoDuration.of("1m30s")).isNotEqualTo(GoDuration.of("91s"));
        assertThat(Duration.of("")).isNotEqualTo(Duration.of(0));
    }

    @Test
    void javaDurationsAreWrittenInGosWay() {
        assertThat(Duration.of(java.time.Duration.ofSeconds(5400))).hasToString("1h30m");
        assertThat(GoDuration.of(java.time.Duration.ofMillis(1500))).hasToString("1.5s");
        assertThat(GoDuration.of(java.time.Duration.ofMillis(-3_600_001))).hasToString("-1h0.001s");
        assertThat(GoDuration.of(java.time.Duration.ZERO)).hasToString("0s");
        assertThatThrownBy(() -> GoDuration.of(java.time.Duration.ofDays(200_000)))
                .isInstanceOf(BadValueException.class);
    }

    @Test
    void wholeNumbersKeepTheirForm() {
        assertThat(IntOrExpression.of(3).json()).isEqualTo(LongNode.valueOf(3));
        assertThat(IntOrExpression.of("3").json()).isEqualTo(TextNode.valueOf("3"));
        assertThat(IntOrExpression.of("3"))
                .isEqualTo(IntOrExpression.of(3))
                .hasSameHashCodeAs(IntOrExpression.of(3))
                .isNotEqualTo(IntOrExpression.of(4));
        assertThat(IntOrExpression.of("-2147483648").number()).isEqualTo(OptionalInt.of(Integer.MIN_VALUE));
        assertThat(IntOrExpression.of("{{x}}").isExpression()).isTrue();
        assertThat(IntOrExpression.of("{{x}}").number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "three", "3.0", "1e3", "2147483648", "{x}", "3s", " 3"})
    void otherWholeNumbersAreRefused(String text) {
        assertThatThrownBy(() -> IntOrExpression.of(text))
                .isInstanceOf(BadValueException.class)
                .hasMessage(IntOrExpression.problem(text).orElseThrow());
    }

    @Test
    void wholeNumbersHave32Bits() {
        assertThatThrownBy(() -> IntOrExpression.of(1L << 31)).hasMessageContaining("\"2147483648\"");
        assertThatThrownBy(() -> IntOrExpression.fromJson(DoubleNode.valueOf(1.5)))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> IntOrExpression.fromJson(JsonNodeFactory.instance.booleanNode(true)))
                .isInstanceOf(BadValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "-0.5", "1e3", ".5", "5.", "Inf", "-inf", "+Infinity", "NaN", "0x1p-2", "{{duration}}"})
    void numbersOfGoAreTaken(String text) {
        assertThat(NumberOrExpression.of(text).json()).isEqualTo(TextNode.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1,5", "1s", "1 ", "--1", "0x1", "1f", "1d"})
    void otherNumbersAreRefused(String text) {
        assertThat(NumberOrExpression.problem(text)).isPresent();
        assertThatThrownBy(() -> NumberOrExpression.of(text)).isInstanceOf(BadValueException.class);
    }

    @Test
    void numbersAreEqualByValueAndAreTexts() {
        assertThat(NumberOrExpression.of(1))
                .isEqualTo(NumberOrExpression.of("1.0"))
                .hasToString("1");
        assertThat(NumberOrExpression.of(1.0)).hasToString("1");
        assertThat(NumberOrExpression.of(1e10)).hasToString("10000000000");
        assertThat(NumberOrExpression.of(0.25).number()).isEqualTo(OptionalDouble.of(0.25));
        assertThatThrownBy(() -> NumberOrExpression.fromJson(LongNode.valueOf(1)))
                .hasMessageContaining("1 is no text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.Succeeded && (b || c.Failed)",
                "lastRetry.exitCode != \"(\"",
                "filter(data, {# endsWith '.pdf'})",
                "'it\\'s' == `\\`",
                "a // it's\n== b",
                "a /* ( */ == b",
                "x / y",
                "{{workflow.status}} == 'a"
            })
    void expressionsAreTaken(String text) {
        assertThat(Expression.problem(text)).isEmpty();
        assertThat(Expression.of(text)).isEqualTo(Expression.of(text)).hasToString(text);
    }

    @Test
    void expressionsThatEndTooEarlyAreRefused() {
        assertThat(Expression.problem("a == 'b").orElseThrow())
                .startsWith("\"a == 'b\" has a quote ' that is not closed; allowed: ");
        assertThat(Expression.problem("(a").orElseThrow()).contains("lacks a closing bracket )");
        assertThat(Expression.problem("a)").orElseThrow()).contains("a bracket ) that closes none");
        assertThat(Expression.problem("[a)").orElseThrow()).contains("a bracket ) that closes none");
        assertThat(Expression.problem("'a\\'")).isPresent();
        assertThatThrownBy(() -> Expression.of("f(x")).isInstanceOf(BadValueException.class);
    }

    @Test
    void anyStringIsWrittenAsTextAndEqualByText() {
        assertThat(AnyString.of(3))
                .isEqualTo(AnyString.fromJson(LongNode.valueOf(3)))
                .hasToString("3");
        assertThat(AnyString.of(3).json()).isEqualTo(TextNode.valueOf("3"));
        assertThat(AnyString.fromJson(LongNode.valueOf(3)).json()).isEqualTo(LongNode.valueOf(3));
        assertThat(AnyString.of(true)).isEqualTo(AnyString.of("true"));
        assertThat(AnyString.of(0.5)).isEqualTo(AnyString.of("0.5"));
        assertThat(AnyString.of((Object) 2.0)).isEqualTo(AnyString.of("2"));
        assertThat(AnyString.of(new StringBuilder("{{x}}"))).isEqualTo(AnyString.of("{{x}}"));
    }

    @Test
    void anyStringRefusesWhatIsNoPlainValue() {
        for (Object value : new Object[] {List.of("{{x}}"), Map.of("a", "{{x}}"), new Object(), Double.NaN}) {
            assertThatThrownBy(() -> AnyString.of(value))
                    .isInstanceOf(BadValueException.class)
                    .hasMessageContaining("is no plain value");
        }
        assertThatThrownBy(() -> AnyString.fromJson(JsonNodeFactory.instance.arrayNode()))
                .isInstanceOf(BadValueException.class);
    }
}
