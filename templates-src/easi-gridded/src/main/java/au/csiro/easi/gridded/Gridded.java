package au.csiro.easi.gridded;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.output;
import static io.tiphys.generator.dsl.Dsl.resource;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.item;
import static io.tiphys.generator.dsl.Variables.workflowName;
import static io.tiphys.generator.dsl.Variables.workflowStatus;

import io.tiphys.generator.dsl.ArtifactInput;
import io.tiphys.generator.dsl.ArtifactOutput;
import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.GraphTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.OutputParameter;
import io.tiphys.generator.dsl.Retry;
import io.tiphys.generator.dsl.ScriptTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.facility.GitSync;
import java.util.Locale;

/**
 * The monthly median of a product, tile by tile: a generator asks the Open Data Cube once and lists the tiles, processors
 * compute a handful of them each, with a Dask cluster of their own.
 */
public enum Gridded implements TemplateSource {
    /** The same workflow with tasks that compute nothing, to try it on a cluster. */
    DUMMY,
    /** The real one. */
    FULL;

    private static final String TASKS = Easi.image("easi-workflows", "2026.11.0");
    private static final GitSync PACKAGE = GitSync.of(
                    "package",
                    "registry.k8s.io/git-sync/git-sync:v4.7.1",
                    "https://github.com/csiro-easi/easi-workflows.git")
            .path("tasks/gridded");
    private static final Retry AGAIN =
            Retry.times(2).policy(Retry.Policy.ALWAYS).backoff("30s").factor(2);
    private static final int MINUTE = 60;

    private final OutputParameter keys = output("keys", "/tmp/keys.json");
    private final ArtifactOutput cells = artifactOutput("product_cells", "/tmp/product_cells.pickle");
    private final Input keysOfTile = input("keys");
    private final ArtifactInput cellsOfTile = artifact("product_cells", "/tmp/product_cells.pickle");

    @Override
    public Manifest define(Site site) {
        return site.clusterWorkflowTemplate("easi-gridded-" + variant())
                .title("Gridded median" + (this == DUMMY ? ", dummy" : ""))
                .description("Monthly medians of a product over an area, as COG files in a bucket.")
                .label("variant", variant())
                .parallelism(10)
                .entrypoint(steps("gridded", s -> {
                    var tiles = s.step("generate-tiles", generateTiles());
                    s.step("process-tiles", processTiles())
                            .forEach(tiles.output(keys))
                            .with(keysOfTile, item())
                            .with(cellsOfTile, tiles.output(cells));
                }))
                .onExit(exitHandler());
    }

    private String variant() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Template generateTiles() {
        ScriptTemplate generate = task("generate-tiles")
                .env("PRODUCT", Extent.PRODUCT)
                .env("LATITUDE", Extent.LATITUDE)
                .env("LONGITUDE", Extent.LONGITUDE)
                .env("TIME_START", Extent.START)
                .env("TIME_END", Extent.END)
                .env("TILES_PER_CLUSTER", Extent.TILES_PER_CLUSTER)
                .outputs(keys, cells)
                .deadline(5 * MINUTE);
        return this == DUMMY
                ? small(generate)
                : Easi.withDatacube(generate.cpus(1).memory("4Gi"));
    }

    private Template processTiles() {
        ScriptTemplate process = task("process-tiles")
                .env("KEYS", keysOfTile)
                .inputs(cellsOfTile)
                .env("DESTINATION", Extent.DESTINATION)
                .deadline(60 * MINUTE);
        return this == DUMMY ? small(process) : process.cpus(8).memory("32Gi");
    }

    /** What both tasks share; the code of the real ones comes from the repository that whoever submits names. */
    private ScriptTemplate task(String name) {
        ScriptTemplate task = script(name)
                .image(TASKS)
                .command("python")
                .source(resource(Gridded.class, variant() + "/" + name + ".py"))
                .mount(emptyDir("tmp", "/tmp", "20Gi"))
                .retry(AGAIN);
        return this == DUMMY ? task : PACKAGE.before(task.env("PYTHONPATH", PACKAGE.folder()));
    }

    private static ScriptTemplate small(ScriptTemplate task) {
        return task.cpus("100m").memory("128Mi");
    }

    private static GraphTemplate exitHandler() {
        ContainerTemplate say = container("say")
                .image(TASKS)
                .command("echo")
                .cpus("100m")
                .memory("64Mi")
                .retry(AGAIN)
                .deadline(MINUTE);
        return steps(
                "exit-handler",
                s -> s.parallel(p -> {
                    p.step("celebrate", say.named("celebrate").args(workflowName() + " has done all tiles"))
                            .when(workflowStatus().is("Succeeded"));
                    p.step("cry", say.named("cry").args(workflowName() + " ended as " + workflowStatus()))
                            .when(workflowStatus().isNot("Succeeded"));
                }));
    }
}
