package uk.ac.diamond.workflows.ptychography;

import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.facility.InjectedFiles;
import uk.ac.diamond.workflows.site.Diamond;

/** Shows a reconstruction as a page, by a notebook that the template carries in itself. */
public final class PtypyReport implements TemplateSource {
    private static final String IMAGE = "gcr.io/diamond-privreg/ptypy/report:0.1";

    private final Input reconstruction =
            input("reconstruction").type(ParameterType.pattern("^/.+[.]ptyr$").title("File of the reconstruction"));
    private final Input colours = input("colours", "viridis")
            .type(ParameterType.choice("viridis", "gray", "magma")
                    .title("Colours")
                    .radio());

    @Override
    public Manifest define(Site site) {
        InjectedFiles notebook = InjectedFiles.into("notebooks", IMAGE, "/notebooks")
                .file(PtypyReport.class, "report.ipynb")
                .container(inject -> inject.mount(site.tmp("1Gi")));
        return site.clusterWorkflowTemplate("ptypy-report")
                .title("Page about a PtyPy reconstruction")
                .description("Draws amplitude and phase of the object and the probe.")
                .entrypoint(notebook.before(container("render")
                        .image(IMAGE)
                        .command("jupyter", "nbconvert", "--execute", "--to", "html", "--output-dir", "/tmp/page")
                        .args(notebook.path("report.ipynb"))
                        .env("RECONSTRUCTION", reconstruction)
                        .env("COLOURS", colours)
                        .env("HOME", "/tmp")
                        .outputs(artifactOutput("page", "/tmp/page/report.html").unpacked())
                        .cpus(1)
                        .memory("4Gi")
                        .mount(Diamond.sessionDirectory(), site.tmp("1Gi"))));
    }
}
