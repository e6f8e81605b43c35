package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.finding.JavaLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every node of a manifest knows the line that wrote it. */
class LinesTest {

    @Test
    void everyNodeKnowsItsLine() {
        int here = line();
        Input n = input("count", 1);
        ContainerTemplate named = container("run");
        ContainerTemplate made = named.image("busybox:1");
        Template run = made.cpus(n);
        Map<String, JavaLine> lines = Render.manifest(run).render().lines();
        assertThat(lines.get("/spec/templates/0/inputs/parameters/0/name").line())
                .isEqualTo(here + 1);
        assertThat(lines.get("/spec/templates/0/name").line()).isEqualTo(here + 2);
        assertThat(lines.get("/spec/templates/0/container/image").line()).isEqualTo(here + 3);
        assertThat(lines.get("/spec/templates/0/podSpecPatch#/containers/0/resources/limits/cpu")
                        .line())
                .isEqualTo(here + 4);
        assertThat(lines.get("/spec/templates/0/container/image").file())
                .isEqualTo("io/tiphys/generator/language/LinesTest.java");
    }

    @Test
    void everyNodeOfAGraphKnowsItsLine() {
        int here = line();
        Template run = container("run").image("busybox:1");
        Template main = dag("main", d -> {
            Task a = d.task("a", run);
            a.continueOnFailed();
            d.task("b", run).after(a);
        });
        Map<String, JavaLine> lines = Render.manifest(main).render().lines();
        assertThat(lines.get("/spec/templates/0/name").line()).isEqualTo(here + 2);
        assertThat(lines.get("/spec/templates/0/dag/tasks/0/name").line()).isEqualTo(here + 3);
        assertThat(lines.get("/spec/templates/0/dag/tasks/0/continueOn/failed").line())
                .isEqualTo(here + 4);
        assertThat(lines.get("/spec/templates/0/dag/tasks/1/depends").line()).isEqualTo(here + 5);
    }

    @Test
    void aFindingNamesTheLineOfTheMistake() {
        Input message = input("message");
        Template echo = container("echo").image("busybox:1").args(message);
        int here = line();
        Template main = dag("main", d -> {
            d.task("a", echo);
            d.task("b", echo.with(message, 1)).with(input("other"), 2);
            d.task("c", container("run").image("busybox:1").retry(-1));
        });
        assertThat(Render.manifest(main).findings())
                .extracting(finding ->
                        finding.rule() + " " + (finding.java().orElseThrow().line() - here))
                .containsExactlyInAnyOrder("GEN-20 2", "GEN-19 3", "GEN-23 4");
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }
}
