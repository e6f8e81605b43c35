package io.tiphys.verifier.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Evaluates expressions for the tests of libraries. */
final class Expressions {
    private Expressions() {}

    static void isTrue(String expression) {
        assertThat(evaluate(expression, "{}")).as(expression).isEqualTo(new CelResult.Value(true));
    }

    static void fails(String expression, String message) {
        assertThat(evaluate(expression, "{}")).as(expression).isEqualTo(new CelResult.Failed(message));
    }

    static void isRefused(String expression, int minor) {
        assertThat(compile(expression, minor)).as(expression).isInstanceOf(CelCompilation.Refused.class);
    }

    static CelResult evaluate(String expression, String object) {
        CelCompilation compilation = compile(expression, KubernetesVersion.NEWEST.minor());
        assertThat(compilation).as(expression).isInstanceOf(CelCompilation.Compiled.class);
        try {
            Object value = CelValues.of(new ObjectMapper().readTree(object));
            return ((CelCompilation.Compiled) compilation).expression().evaluate(CelInput.of(Map.of("object", value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CelCompilation compile(String expression, int minor) {
        return CelEnvironment.of(new KubernetesVersion(minor))
                .compile(expression, CelScope.conditions(true), CelResultType.ANY);
    }
}
