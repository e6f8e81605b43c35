package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the letter X of a text stands in the file. */
class ScalarPositionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    a: bcX               ; 1 ; 6
                    a: 'it''s X'         ; 1 ; 11
                    a: "b\\n\\"X"        ; 1 ; 10
                    a: "😀 X"            ; 1 ; 7
                    a: "\\u0041 X"       ; 1 ; 4
                    a: "b%n  X"          ; 1 ; 4
                    a: |%n    b%n      X ; 3 ; 7
                    a: >-%n  b%n  X      ; 1 ; 4
                    """)
    void ofALetter(String yaml, int line, int column) {
        YamlDocument document = new YamlReader()
                .read(yaml.replace("%n", "\n") + "\n")
                .documents()
                .get(0);
        YamlNode.Scalar scalar =
                (YamlNode.Scalar) document.node(JsonPointer.compile("/a")).orElseThrow();
        assertThat(scalar.position(scalar.text().indexOf('X'))).isEqualTo(new Position(line, column));
    }
}
