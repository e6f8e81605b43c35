package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    @Test
    void commasBehindABackslashBelongToTheValue() {
        assertThat(Assignments.of("p", List.of("a=1\\", "2", "b=x=y", "c=")))
                .containsEntry("a", "1,2")
                .containsEntry("b", "x=y")
                .containsEntry("c", "");
    }

    @Test
    void whatIsNoAssignmentIsRefused() {
        for (String entry : List.of("a", "=a", " ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Assignments.of("tiphys.parameters", List.of(entry)))
                    .withMessageStartingWith("tiphys.parameters has \"" + entry + "\"; write name=value");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignments.of("p", List.of("a=1", "a=2")))
                .withMessage("p has two values for \"a\".");
    }
}
