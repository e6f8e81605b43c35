package us.metacell.cloudharness.workflows;

import static us.metacell.cloudharness.workflows.Operation.singleTaskOperation;
import static us.metacell.cloudharness.workflows.Tasks.customTask;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** The image {@code myapp-mytask} as the only task, with each option of a custom task. */
public enum MyOp implements TemplateSource {
    /** What the image runs. */
    DEFAULT(singleTaskOperation("my-op-", printFile())),
    /** Another command. */
    COMMAND(singleTaskOperation("my-op-command-", printFile().command("ls", "-la"))),
    /** Values for the environment. */
    ENVIRONMENT(singleTaskOperation(
            "my-op-env-", printFile().env("env_variable1", "my variable").env("env_variable2", 1))),
    /** A directory of a claim that is there. */
    SHARED(singleTaskOperation("my-op-shared-", printFile()).sharedDirectory("myclaim:/opt/shared")),
    /** Two, one of them only to be read. */
    SHARED_TWO(singleTaskOperation("my-op-shared-two-", printFile())
            .sharedDirectory("myclaim:/opt/shared:ro", "myclaim2:/opt/shared2"));

    private final Operation operation;

    MyOp(Operation operation) {
        this.operation = operation;
    }

    private static ContainerTemplate printFile() {
        return customTask("print-file", "myapp-mytask");
    }

    @Override
    public Manifest define(Site site) {
        return operation.workflow(site);
    }
}
