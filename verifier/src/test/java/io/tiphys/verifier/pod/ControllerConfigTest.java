package io.tiphys.verifier.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ControllerConfigTest {
    @Test
    void oneEntryOrOnePerSetting() {
        assertThat(PodTesting.config("{kind: ConfigMap, data: {config: 'executor: {image: a}', images: '{i: {}}'}}")
                        .settings()
                        .toString())
                .isEqualTo("{\"executor\":{\"image\":\"a\"},\"images\":{\"i\":{}}}");
        assertThat(PodTesting.config("{kind: ConfigMap, data: {config: ''}}").settings())
                .isEmpty();
    }

    /** Left out in silence, the pods would be judged without the facility's defaults. */
    @Test
    void whatCannotBeReadIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PodTesting.config("{kind: ConfigMap, data: {executor: 'a: ['}}"))
                .withMessageStartingWith("data.executor is no YAML in its line 1: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PodTesting.config("{kind: ConfigMap, data: {config: text}}"))
                .withMessage("data.config holds no settings, but \"text\"");
    }
}
