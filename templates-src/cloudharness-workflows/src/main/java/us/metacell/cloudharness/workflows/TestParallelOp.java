package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.resource;
import static us.metacell.cloudharness.workflows.Operation.parallelOperation;
import static us.metacell.cloudharness.workflows.Tasks.pythonTask;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.facility.Ttl;
import java.util.Map;

/** A Python function twice at once, with each option of an operation. */
public enum TestParallelOp implements TemplateSource {
    /** No option. */
    PLAIN(twice("test-parallel-op-")),
    /** Both pods on one node. */
    ONE_NODE(twice("test-parallel-op-one-node-").podContext(new PodExecutionContext("a", "b", true))),
    /** Runs that ended in an error are kept for a day. */
    TTL(twice("test-parallel-op-ttl-").ttlStrategy(Ttl.DEFAULT.secondsAfterCompletion(60 * 60 * 24))),
    /** Runs are kept for ever. */
    KEPT(twice("test-parallel-op-kept-").noTtlStrategy()),
    /** A queue is told of the end. */
    NOTIFIED(twice("test-parallel-op-notified-").onExitNotify("my_queue", Map.of("insert", 1)));

    private final Operation operation;

    TestParallelOp(Operation operation) {
        this.operation = operation;
    }

    private static Operation twice(String baseName) {
        String f = resource(TestParallelOp.class, "f.py");
        return parallelOperation(baseName, pythonTask("p1", f), pythonTask("p2", f));
    }

    @Override
    public Manifest define(Site site) {
        return operation.workflow(site);
    }
}
