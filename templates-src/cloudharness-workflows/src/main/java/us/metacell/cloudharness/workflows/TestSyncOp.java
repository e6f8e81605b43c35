package us.metacell.cloudharness.workflows;

import static us.metacell.cloudharness.workflows.Operation.distributedSyncOperation;
import static us.metacell.cloudharness.workflows.Operation.distributedSyncOperationWithResults;
import static us.metacell.cloudharness.workflows.Tasks.bashTask;
import static us.metacell.cloudharness.workflows.Tasks.customTask;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Operations whose end, or whose result, the caller awaits. */
public enum TestSyncOp implements TemplateSource {
    /** Only the end. */
    END(distributedSyncOperation("test-sync-op-", bashTask("my-task", "sleep 2; echo whatever"))),
    /** The result: the files in the shared directory. */
    RESULTS(distributedSyncOperationWithResults(
            "test-sync-op-results-",
            customTask("test-sum", "samples-sum").env("a", 1).env("b", 2)));

    private final Operation operation;

    TestSyncOp(Operation operation) {
        this.operation = operation;
    }

    @Override
    public Manifest define(Site site) {
        return operation.workflow(site);
    }
}
