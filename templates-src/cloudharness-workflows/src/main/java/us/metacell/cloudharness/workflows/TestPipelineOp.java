package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.resource;
import static us.metacell.cloudharness.workflows.Operation.pipelineOperation;
import static us.metacell.cloudharness.workflows.Tasks.bashTask;
import static us.metacell.cloudharness.workflows.Tasks.pythonTask;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A Python function, then a bash script that looks at what it left in a directory made for the run. */
public final class TestPipelineOp implements TemplateSource {
    @Override
    public Manifest define(Site site) {
        return pipelineOperation(
                        "test-pipeline-op-",
                        pythonTask("step1", resource(getClass(), "f.py")),
                        bashTask("step2", "ls -la \"$shared_directory\""))
                .newSharedDirectory("/mnt/shared", "100Mi")
                .workflow(site);
    }
}
