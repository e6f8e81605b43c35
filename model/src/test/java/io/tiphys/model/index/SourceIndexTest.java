package io.tiphys.model.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.JavaLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SourceIndexTest {
    private static final JavaLine ONE = new JavaLine("a.B", "a/B.java", 1);
    private static final JavaLine TWO = new JavaLine("a.B", "a/B.java", 2);
    private static final JavaLine THREE = new JavaLine("a.B", "a/B.java", 3);
    private static final SourceIndex INDEX = new SourceIndex(
            Map.of("f.yaml", Map.of("/spec", ONE, "/spec/patch", TWO, "/spec/patch#/containers/0", THREE)));

    private static JsonPointer at(String pointer) {
        return JsonPointer.compile(pointer);
    }

    @Test
    void findsANodeOrItsNearestAncestor() {
        assertThat(INDEX.find("f.yaml", 0, at("/spec/patch"))).contains(TWO);
        assertThat(INDEX.find("f.yaml", 0, at("/spec/x/0/y"))).contains(ONE);
        assertThat(INDEX.find("f.yaml", 0, at("/kind"))).isEmpty();
    }

    @Test
    void looksIntoTextThatIsYaml() {
        assertThat(INDEX.find("f.yaml", 0, at("/spec/patch"), at("/containers/0/image")))
                .contains(THREE);
        assertThat(INDEX.find("f.yaml", 0, at("/spec/patch"), at("/volumes/0"))).contains(TWO);
    }

    @Test
    void knowsOneDocumentOfAFileAndNoOtherFile() {
        assertThat(INDEX.find("f.yaml", 1, at("/spec"))).isEmpty();
        assertThat(INDEX.find("g.yaml", 0, at("/spec"))).isEmpty();
        assertThat(SourceIndex.EMPTY.find("f.yaml", 0, at("/spec"))).isEmpty();
    }
}
