package io.tiphys.verifier.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "1000m,1",
        "0.25,250m",
        "2.5Gi,2560Mi",
        "2000,2k",
        "1.0,1",
        "1.1n,2n",
        "1e19,10e18",
        "1e3,1e3",
        "+7,+7",
        "07,07",
        "7.,7.",
        "0Gi,0",
        "-0,0",
        "2048Ki,2Mi",
        "0.5Ki,512",
        "512Mi,512Mi",
        "3E6,3E6",
        "300000000000000000000,300E"
    })
    void canonicalForm(String written, String canonical) {
        assertThat(Quantities.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10 GB", "1GB", "abc", "1e", ".", "--1", "1e999999", "{{x}}"})
    void whatIsNoQuantity(String written) {
        assertThat(Quantities.canonical(written)).isEmpty();
    }
}
