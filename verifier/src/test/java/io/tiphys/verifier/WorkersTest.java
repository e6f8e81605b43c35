package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {
    private final Workers workers = new Workers(Duration.ofMillis(200));

    @Test
    void resultsAreInOrder() throws VerifyException {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        assertThat(workers.all(numbers, String::valueOf, number -> 2 * number))
                .isEqualTo(numbers.stream().map(number -> 2 * number).toList());
    }

    @Test
    @Timeout(60)
    void whatNeverEndsIsNamed() {
        AtomicBoolean over = new AtomicBoolean();
        assertThatThrownBy(() -> workers.all(List.of("a.yaml"), name -> name, name -> {
                    long spins = 0;
                    while (!over.get()) {
                        spins++;
                    }
                    return spins;
                }))
                .isInstanceOf(VerifyException.class)
                .hasMessageStartingWith("a.yaml takes more than");
        over.set(true);
    }

    @Test
    void theEndOfTheStackIsTold() {
        assertThatThrownBy(() -> workers.all(List.of("a.yaml"), name -> name, WorkersTest::deeper))
                .isInstanceOf(VerifyException.class)
                .hasMessageStartingWith("a.yaml is nested too deeply");
    }

    private static String deeper(String text) {
        return deeper(text.isEmpty() ? "x" : text) + "y";
    }

    @Test
    void mistakesOfOursStayWhatTheyAre() {
        assertThatThrownBy(() -> workers.all(
                        List.of("a"), name -> name, name -> List.of().get(0)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
