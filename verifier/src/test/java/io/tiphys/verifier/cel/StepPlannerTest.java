package io.tiphys.verifier.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Our steps give what dev.cel's runtime gives, and fail where it fails. */
class StepPlannerTest {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("object", SimpleType.DYN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    private static final String JSON = """
            {"n": 3, "zero": 0, "half": 0.5, "name": "a-b", "yes": true, "list": [1, 2, 3], "words": ["a", "bb", "a"],
             "map": {"a": 1, "b": 2}, "nested": [{"name": "x", "on": true}, {"name": "y"}]}
            """;
    private static final Map<String, Object> OBJECT = ImmutableMap.<String, Object>builder()
            .put("n", 3L)
            .put("zero", 0L)
            .put("half", 0.5)
            .put("name", "a-b")
            .put("yes", true)
            .put("list", ImmutableList.of(1L, 2L, 3L))
            .put("words", ImmutableList.of("a", "bb", "a"))
            .put("map", ImmutableMap.of("a", 1L, "b", 2L))
            .put("nested", ImmutableList.of(ImmutableMap.of("name", "x", "on", true), ImmutableMap.of("name", "y")))
            .buildOrThrow();

    @Property(tries = 600)
    void agreesWithTheRuntime(@ForAll("expressions") String expression) throws CelValidationException {
        Optional<Object> theirs;
        try {
            theirs = Optional.of(
                    RUNTIME.createProgram(COMPILER.compile(expression).getAst()).eval(Map.of("object", OBJECT)));
        } catch (CelEvaluationException e) {
            theirs = Optional.empty();
        }
        CelResult ours = Expressions.evaluate(expression, JSON);
        if (theirs.isPresent()) {
            assertThat(ours).as(expression).isEqualTo(new CelResult.Value(theirs.get()));
        } else {
            assertThat(ours).as(expression).isInstanceOf(CelResult.Failed.class);
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.oneOf(booleans(3), numbers(3), lists(3));
    }

    private static Arbitrary<String> join(String form, Arbitrary<String> first, Arbitrary<String> second) {
        return Combinators.combine(first, second)
                .as((one, other) -> form.replace("$1", one).replace("$2", other));
    }

    private static Arbitrary<String> booleans(int depth) {
        Arbitrary<String> leaves = Arbitraries.of(
                "true",
                "false",
                "object.yes",
                "object.absent",
                "has(object.n)",
                "has(object.absent)",
                "object.n",
                "object.nested.exists(i, i.on)",
                "object.nested.all(i, has(i.name))",
                "object.nested.all(i, i.on)",
                "object.name.startsWith('a')",
                "object.name.matches('^[a-z]-')",
                "'a' in object.words",
                "'a' in object.map",
                "object.half in object.list");
        if (depth == 0) {
            return leaves.map(leaf -> "bool(" + leaf + ")");
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> booleans(depth - 1));
        Arbitrary<String> number = Arbitraries.lazy(() -> numbers(depth - 1));
        Arbitrary<String> list = Arbitraries.lazy(() -> lists(depth - 1));
        return Arbitraries.oneOf(
                inner,
                inner.map(one -> "!" + one),
                join("($1 && $2)", inner, inner),
                join("($1 || $2)", inner, inner),
                join("($1 < $2)", number, number),
                join("($1 == $2)", number, number),
                join("($1 == $2)", list, list),
                join("($1 in $2)", number, list),
                join("$2.exists(x, x == $1)", number, list),
                join("$2.all(x, x > $1 || $1 > x)", number, list),
                join("$2.exists_one(x, x >= $1)", number, list));
    }

    private static Arbitrary<String> numbers(int depth) {
        Arbitrary<String> leaves = Arbitraries.of(
                "1",
                "-7",
                "int(object.n)",
                "int(object.zero)",
                "int(object.absent)",
                "size(object.name)",
                "size(object.map)",
                "int(object.list[1])",
                "int(object.list[9])",
                "int(object.map['b'])");
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> numbers(depth - 1));
        Arbitrary<String> bool = Arbitraries.lazy(() -> booleans(depth - 1));
        Arbitrary<String> list = Arbitraries.lazy(() -> lists(depth - 1));
        return Arbitraries.oneOf(
                inner,
                join("($1 + $2)", inner, inner),
                join("($1 / $2)", inner, inner),
                join("$2[$1]", inner, list),
                list.map(one -> "size(" + one + ")"),
                Combinators.combine(bool, inner, inner)
                        .as((one, two, three) -> "(" + one + " ? " + two + " : " + three + ")"));
    }

    private static Arbitrary<String> lists(int depth) {
        Arbitrary<String> leaves = Arbitraries.of("[1, 2]", "[3]", "object.list.map(y, int(y))");
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> lists(depth - 1));
        Arbitrary<String> number = Arbitraries.lazy(() -> numbers(depth - 1));
        return Arbitraries.oneOf(
                inner,
                join("($1 + $2)", inner, inner),
                join("[$1, $2]", number, number),
                join("$1.filter(z, z != $2)", inner, number),
                join("$1.map(z, z + $2)", inner, number),
                join("$1.map(z, z > $2, z - $2)", inner, number),
                inner.map(one -> one + ".filter(z, " + one + ".exists(v, v < z))"));
    }
}
