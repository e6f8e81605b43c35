package io.tiphys.generator.tour;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;

import io.tiphys.generator.dsl.*;
import java.util.List;
import java.util.Map;

/** Graphs, loops, conditions, what is handed on. */
public final class Graphs implements TemplateSource {
    private final Input tile = input("tile");
    private final OutputParameter tiles = output("tiles", "/tmp/tiles.json");
    private final ArtifactOutput image = artifactOutput("image", "/tmp/image.tif");
    private final ArtifactInput picture = artifact("picture", "/tmp/picture.tif");
    private final ContainerTemplate tool = container("tool").image("registry.example.org/tool:2.0");
    private final Template find = tool.named("find").args("find").outputs(tiles);
    private final Template render = tool.named("render").args("render", tile).outputs(image);
    private final Template show = tool.named("show").inputs(picture);

    @Override
    public Manifest define(Site site) {
        // tour:dag
        Template main = dag("main", d -> {
            var found = d.task("find", find);
            var one = d.task("one", render.with(tile, "0"));
            d.task("show", show.with(picture, one.output(image))).after(found);
            d.task("sorry", tool.named("sorry")).after(one.failed());
        });
        // end
        // tour:loops
        Template loops = steps("loops", s -> {
            s.step("list", render.with(tile, item())).forEach(List.of("a", "b"));
            s.step("maps", render.with(tile, item("x"))).forEach(Map.of("x", 1), Map.of("x", 2));
            s.step("range", render.with(tile, item())).forRange(1, 9, "tile%02d");
            var found = s.step("find", find);
            s.step("found", render.with(tile, item())).forEach(found.output(tiles));
        });
        // end
        // tour:when
        Template when = steps("when", s -> {
            var found = s.step("find", find);
            s.parallel(p -> {
                p.step("few", render.with(tile, "all"))
                        .when(found.result().asInt().isLessThan(10));
                p.step("none", tool.named("none").inline()).when(found.result().is("none"));
            });
            s.step("again", s.self()).when(found.exitCode().isNot(0));
        });
        // end
        return site.workflowTemplate("graphs").entrypoint(main).template(loops).template(when);
    }
}
