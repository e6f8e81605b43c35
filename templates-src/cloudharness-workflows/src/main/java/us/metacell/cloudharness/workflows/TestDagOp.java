package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.resource;
import static us.metacell.cloudharness.workflows.Operation.group;
import static us.metacell.cloudharness.workflows.Operation.simpleDagOperation;
import static us.metacell.cloudharness.workflows.Tasks.commandBasedTask;
import static us.metacell.cloudharness.workflows.Tasks.pythonTask;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Two functions at once, then a command in the default image. */
public final class TestDagOp implements TemplateSource {
    private final String f = resource(getClass(), "f.py");

    @Override
    public Manifest define(Site site) {
        return simpleDagOperation(
                        "test-dag-op-",
                        group(pythonTask("p1", f), pythonTask("p2", f)),
                        group(commandBasedTask("p3", "python", "--version")))
                .workflow(site);
    }
}
