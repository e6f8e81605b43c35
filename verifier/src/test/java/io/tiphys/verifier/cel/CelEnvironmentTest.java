package io.tiphys.verifier.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelEnvironmentTest {
    private static final String OBJECT = """
            {"name": "x", "nothing": null, "list": [3, 1, 2], "mem": "1536Mi", "spec": {"cpu": "{{p}}", "n": 2}}
            """;

    private static CelCompilation compile(String expression, KubernetesVersion version) {
        return CelEnvironment.of(version).compile(expression, CelScope.validations(true), CelResultType.ANY);
    }

    private static CelResult evaluate(String expression) throws Exception {
        CelCompilation compilation = compile(expression, KubernetesVersion.NEWEST);
        assertThat(compilation).isInstanceOf(CelCompilation.Compiled.class);
        Object object = CelValues.of(new ObjectMapper().readTree(OBJECT));
        return ((CelCompilation.Compiled) compilation).expression().evaluate(CelInput.of(Map.of("object", object)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object.nothing == null",
                "has(object.name) && !has(object.name.x) && !has(object.nothing.x)",
                "quantity(object.mem) == quantity('1.5Gi')",
                "quantity('100m').isLessThan(quantity('1'))",
                "quantity('2k').asInteger() == 2000",
                "!isQuantity('1GB')",
                "'%s and %d: %.2f'.format(['a', 2, 1.5]) == 'a and 2: 1.50'",
                "object.list.sum() == 6 && object.list.max() == 3 && !object.list.isSorted()",
                "object.list.indexOf(1) == 1 && 'hello'.indexOf('l', 3) == 3",
                "object.name.indexOf('x') == 0 && dyn('h🚀x').indexOf('x') == 2",
                "'%.2e'.format([0.5]) == '5.000000×10⁻⁰¹' && object.name.format([1]) == 'x'",
                "'abc 123 def 456'.findAll('[0-9]+') == ['123', '456']",
                "[object.?name, object.?nope].unwrapOpt() == ['x']",
                "object.?nope.orValue('d') == 'd'",
                "sets.contains(['a', 'b'], ['b'])",
                "semver('1.2.3-alpha').isLessThan(semver('1.2.3'))",
                "1 < 1.5"
            })
    void isTrue(String expression) throws Exception {
        assertThat(evaluate(expression)).isEqualTo(new CelResult.Value(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 == 1.0",
                "true ? 'a' : null",
                "[1, 'a']",
                "int('x')",
                "'a'.matches('(')",
                "duration('x')",
                "'abc'.reverse()",
                "'%d'.format(['a'])",
                "'%d'.format([string(object.name)])",
                "'%s'.format([optional.of(1)])",
                "'a'.format([object.name])",
                "variables.nope",
                "request.nope",
                "cel.bind(x, 1, x)",
                "math.greatest(1, 2)"
            })
    void isRefused(String expression) {
        assertThat(compile(expression, KubernetesVersion.NEWEST)).isInstanceOf(CelCompilation.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2].sort() | 35",
                "semver('1.0.0').major() | 34",
                "[1].transformList(i, x, x) | 33",
                "quantity('1').isInteger() | 30"
            })
    void dependsOnTheVersion(String expression, int since) {
        for (int minor = 30; minor <= 35; minor++) {
            assertThat(compile(expression, new KubernetesVersion(minor)) instanceof CelCompilation.Compiled)
                    .isEqualTo(minor >= since);
        }
    }

    @Test
    void errorsSpeakAsTheServerDoes() throws Exception {
        assertThat(evaluate("object.nope == 1")).isEqualTo(new CelResult.Failed("no such key: nope"));
        assertThat(evaluate("1 / (object.spec.n - 2) == 1")).isEqualTo(new CelResult.Failed("division by zero"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c,"
                        + " [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, [1,2,3,4,5,6,7,8,9].all(f, true))))))",
                "['aaaaaaaaaaaaaaaa'].map(x, x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x)"
                        + ".map(x, x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x)"
                        + ".map(x, x+x+x+x+x+x+x+x).map(x, x+x+x+x+x+x+x+x).size() > 0"
            })
    void hostileExpressionsAreCancelled(String expression) throws Exception {
        assertThat(evaluate(expression))
                .isEqualTo(new CelResult.Failed("operation cancelled: actual cost limit exceeded"));
    }

    @Test
    void readingsOfUnknownValuesAreRecordedUnlessSamplesAreLent() throws Exception {
        JsonPointer cpu = JsonPointer.compile("/spec/cpu");
        CelUnknowns unknowns = CelUnknowns.of(new ObjectMapper().readTree(OBJECT), Set.of(cpu));
        CelInput input = CelInput.of(Map.of("object", unknowns.document()));
        CelExpression other =
                ((CelCompilation.Compiled) compile("object.spec.n == 2", KubernetesVersion.NEWEST)).expression();
        other.evaluate(input);
        assertThat(unknowns.reads()).isEmpty();

        CelExpression reader = ((CelCompilation.Compiled)
                        compile("object.spec.map(k, object.spec[k]).exists(v, v == 'seven')", KubernetesVersion.NEWEST))
                .expression();
        assertThat(reader.evaluate(input)).isEqualTo(new CelResult.Value(false));
        assertThat(unknowns.reads()).containsExactly(cpu);

        unknowns.forget();
        unknowns.lend(Map.of(cpu, TextNode.valueOf("seven")));
        assertThat(reader.evaluate(input)).isEqualTo(new CelResult.Value(true));
        assertThat(unknowns.reads()).isEmpty();
        unknowns.lend(Map.of());
        assertThat(reader.evaluate(input)).isEqualTo(new CelResult.Value(false));
    }
}
