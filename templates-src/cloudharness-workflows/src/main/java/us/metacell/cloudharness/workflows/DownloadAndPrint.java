package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.parameter;
import static us.metacell.cloudharness.workflows.Operation.pipelineOperation;
import static us.metacell.cloudharness.workflows.Tasks.customTask;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.dsl.WorkflowParameter;

/** An operation as a template of the cluster: which file, is said when a run is started. */
public final class DownloadAndPrint implements TemplateSource {
    private final WorkflowParameter url = parameter("url").description("Where the file is: https://…/README.md");
    private final WorkflowParameter file = parameter("file", "README.md").description("The name of the file");

    @Override
    public Manifest define(Site site) {
        return pipelineOperation(
                        "download-and-print-",
                        customTask("download-file", "workflows-extract-download")
                                .env("url", url),
                        customTask("print-file", "samples-print-file").env("file_path", "/mnt/shared/" + file))
                .newSharedDirectory("/mnt/shared", "1Gi")
                .clusterWorkflowTemplate(site)
                .parameters(file)
                .title("Download and print")
                .description("Downloads a file into a directory made for the run, and prints it.");
    }
}
