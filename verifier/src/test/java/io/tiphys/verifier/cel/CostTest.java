package io.tiphys.verifier.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What evaluations cost, as the API server counts it, and that it ends those that cost too much. */
class CostTest {
    private static final String OBJECT = """
            {"name": "a-name-of-twenty-one", "list": ["a", "b", "c"], "map": {"k": "v"}, "n": 2}
            """;
    private static final String EXCEEDED = "operation cancelled: actual cost limit exceeded";

    private static CelCost evaluate(String expression) throws Exception {
        CelCompilation compilation = CelEnvironment.of(KubernetesVersion.NEWEST)
                .compile(expression, CelScope.conditions(true), CelResultType.ANY);
        assertThat(compilation).as(expression).isInstanceOf(CelCompilation.Compiled.class);
        Object object = CelValues.of(new ObjectMapper().readTree(OBJECT));
        return ((CelCompilation.Compiled) compilation)
                .expression()
                .evaluateCounted(CelInput.of(Map.of("object", object)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1 | 1",
                "[1, 2] | 0",
                "object.n | 2",
                "[object.n] | 12",
                "{'a': object.n} | 32",
                "object.map['k'] | 3",
                "has(object.map.k) | 2",
                "object.?nope | 1",
                "object.?map.?k | 3",
                "object.?map.?k.orValue('x') | 3",
                "object.n == 2 ? object.map : object.list | 4",
                "object.name.contains('twenty') | 4",
                "object.name.matches('a.*b.*c') | 8",
                "object.name == 'a' | 3",
                "object.n in [1, 2] | 2",
                "'x' in object.list | 3",
                "object.list.all(x, x != '') | 15",
                "object.list.map(x, x) | 42",
                "quantity('1Gi').isGreaterThan(quantity('1Mi')) | 3",
                "sets.contains([1, 2, 3], [2, 3]) | 7",
                "[3, 1, 2].sort() | 29",
                "format.dns1123Label().validate('abc').hasValue() | 10",
                "google.protobuf.Int64Value{value: 1} | 40"
            })
    void costs(String expression, long cost) throws Exception {
        assertThat(evaluate(expression).cost()).as(expression).isEqualTo(cost);
    }

    @Test
    void loopsInLoopsEnd() {
        String list = "[1,2,3,4,5,6,7,8,9]";
        String inner = "false";
        for (String name : "abcdefghij".split("")) {
            inner = list + ".exists(" + name + ", " + inner + ")";
        }
        String expression = inner;
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(evaluate(expression).result()).isEqualTo(new CelResult.Failed(EXCEEDED)));
    }

    @Test
    void optionalFieldsAreReadOnce() {
        String expression = "object" + ".?map".repeat(40) + ".orValue('none') == 'none'";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(evaluate(expression).result()).isEqualTo(new CelResult.Value(true)));
    }

    @Test
    void textsThatGrowEnd() {
        String expression = "['aaaaaaaaaaaaaaaa']" + ".map(x, x+x+x+x+x+x+x+x)".repeat(10) + ".size() > 0";
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(evaluate(expression).result()).isEqualTo(new CelResult.Failed(EXCEEDED)));
    }

    @Test
    void deepExpressionsAreRefusedOrEvaluated() {
        for (String expression : new String[] {
            "!".repeat(20_000) + "true",
            "(".repeat(10_000) + "1" + ")".repeat(10_000),
            "[".repeat(10_000) + "]".repeat(10_000),
            String.join(" + ", Collections.nCopies(15_000, "1")) + " > 0",
            "object" + ".a".repeat(20_000)
        }) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                CelCompilation compilation = CelEnvironment.of(KubernetesVersion.NEWEST)
                        .compile(expression, CelScope.conditions(true), CelResultType.ANY);
                if (compilation instanceof CelCompilation.Compiled compiled) {
                    compiled.expression()
                            .evaluate(CelInput.of(Map.of("object", CelValues.of(new ObjectMapper().readTree(OBJECT)))));
                }
            });
        }
    }
}
