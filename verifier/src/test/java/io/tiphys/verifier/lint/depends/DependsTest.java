package io.tiphys.verifier.lint.depends;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependsTest {

    @Test
    void namesTasksAndResults() {
        Depends depends = Depends.parse("a-1.Succeeded && (b || !c.AllFailed)");
        assertThat(depends.problem()).isEmpty();
        assertThat(depends.references())
                .containsExactly(
                        new Depends.Reference("a-1", "Succeeded", 0),
                        new Depends.Reference("b", "", 18),
                        new Depends.Reference("c", "AllFailed", 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!a", "!!a", "(((a)))", "a||b&&c", " a \n||\tb "})
    void takesConditions(String text) {
        assertThat(Depends.parse(text).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a &&,4", "a b,2", "(a,2", "a),1", "&& a,0", "a & b,2", "'',0", "a_b,1"})
    void saysWhere(String text, int offset) {
        assertThat(Depends.parse(text).problem()).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).startsWith("expected ");
        });
    }

    @Test
    void boundsDepth() {
        assertThat(Depends.parse("(".repeat(100_000) + "a").problem()).isPresent();
        assertThat(Depends.parse("!".repeat(100_000) + "a").problem()).isPresent();
    }

    @Property
    void neverFails(@ForAll String text) {
        assertThat(Depends.parse(text).references()).isNotNull();
    }
}
