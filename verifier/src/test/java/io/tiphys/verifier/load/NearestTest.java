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
    void leavesOtherWordsAlone() {
        assertThat(Nearest.of("volumes", NAMES)).isEmpty();
        assertThat(Nearest.hint("x".repeat(10_000), NAMES)).isEmpty();
    }
}
