package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.workflowDuration;
import static io.tiphys.generator.dsl.Variables.workflowFailures;
import static io.tiphys.generator.dsl.Variables.workflowName;
import static io.tiphys.generator.dsl.Variables.workflowStatus;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** What runs when the workflow ends, by how it ended. */
public final class ExitHandlers implements TemplateSource {
    private final ContainerTemplate shell =
            container("shell").image("alpine:3.23").command("sh", "-c");
    private final Template sendEmail = shell.named("send-email")
            .args("echo send e-mail: " + workflowName() + " " + workflowStatus() + " " + workflowDuration()
                    + ". Failed steps " + workflowFailures());
    private final Template celebrate = shell.named("celebrate").args("echo hooray!");
    private final Template cry = shell.named("cry").args("echo boohoo!");

    @Override
    public Manifest define(Site site) {
        return site.workflow("exit-handlers-")
                .label("workflows.argoproj.io/no-test", "expected-failure")
                .entrypoint(shell.named("intentional-fail").args("echo intentional failure; exit 1"))
                .onExit(steps(
                        "exit-handler",
                        s -> s.parallel(p -> {
                            p.step("notify", sendEmail);
                            p.step("celebrate", celebrate).when(workflowStatus().is("Succeeded"));
                            p.step("cry", cry).when(workflowStatus().isNot("Succeeded"));
                        })));
    }
}
