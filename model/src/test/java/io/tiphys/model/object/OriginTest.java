package io.tiphys.model.object;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Author;
import io.tiphys.model.finding.JavaLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OriginTest {
    private static JavaLine line(int line) {
        return new JavaLine("facility.Author", "facility/Author.java", line);
    }

    @Test
    void eachFieldHasTheLineThatSetIt() {
        Map<String, JavaLine> lines = Rendering.render(Author.manifest()).lines();
        assertThat(lines)
                .containsEntry("/spec/templates/0/name", line(22))
                .containsEntry("/spec/templates/0/nodeSelector/gpu", line(23))
                .containsEntry("/spec/templates/0/tolerations/0", line(24))
                .containsEntry("/spec/entrypoint", line(26))
                .containsEntry("/spec/templates/0", line(27))
                .containsEntry("/spec/templateDefaults/unheardOf/1", line(28));
        assertThat(lines).doesNotContainKeys("/kind", "/apiVersion");
    }

    @Test
    void ofHelpersTheInnermostLineCounts() {
        assertThat(Author.parameter().fields().get("name").orElseThrow().origin())
                .contains(line(41));
    }

    @Test
    void whoDidItDoesNotMakeADifference() {
        assertThat(Author.parameter())
                .isEqualTo(io.tiphys.model.argo.Parameter.of().name("x"));
    }
}
