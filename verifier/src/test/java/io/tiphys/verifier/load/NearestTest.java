package io.tiphys.verifier.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("container", "containerSet", "args", "argument");

    @Test
    void findsSlips() {
        assertThat(Nearest.of("contianer", NAMES)).contains("container");
        assertThat(Nearest.of("Args", NAMES)).contains("args");
        assertThat(Nearest.hint("containerset", NAMES)).isEqualTo("; did you mean \"containerSet\"?");
    }

    @Test
    void listsAFewNamesWhereNoneIsNear() {
        assertThat(Nearest.hintOrAll("nope", List.of("one", "two"))).isEqualTo("; there are one, two");
        assertThat(Nearest.hintOrAll("nope", List.of("one"))).isEqualTo("; there is only one");
        assertThat(Nearest.hintOrAll("tow", List.of("one", "two"))).isEqualTo("; did you mean \"two\"?");
        assertThat(Nearest.hintOrAll("nope", List.of())).isEmpty();
        assertThat(Nearest.hintOrAll("nope", List.of("x".repeat(200)))).isEmpty();
    }

    @Test
    void leavesOtherWordsAlone() {
        assertThat(Nearest.of("volumes", NAMES)).isEmpty();
        assertThat(Nearest.of("B", List.of("A", "C"))).isEmpty();
        assertThat(Nearest.of("b", List.of("A", "B"))).contains("B");
        assertThat(Nearest.hint("x".repeat(10_000), NAMES)).isEmpty();
    }
}
