package io.tiphys.generator.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TtlTest {
    private static String strategy(Ttl ttl) {
        return Rendered.yaml(ttl.on(Rendered.workflow(Rendered.RUN)), "/spec/ttlStrategy");
    }

    @Test
    void theDefaultIsAnHourLessAfterSuccessMoreAfterFailure() {
        assertThat(strategy(Ttl.DEFAULT)).isEqualTo("""
                        secondsAfterCompletion: 3600
                        secondsAfterSuccess: 1200
                        secondsAfterFailure: 7200
                        """);
    }

    @Test
    void eachNumberCanBeChanged() {
        assertThat(strategy(Ttl.DEFAULT
                        .secondsAfterCompletion(1)
                        .secondsAfterSuccess(0)
                        .secondsAfterFailure(3)))
                .isEqualTo("""
                        secondsAfterCompletion: 1
                        secondsAfterSuccess: 0
                        secondsAfterFailure: 3
                        """);
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThatThrownBy(() -> Ttl.DEFAULT.secondsAfterSuccess(-1)).hasMessageContaining("3600, -1, 7200");
    }
}
