package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** Tasks that wait for how others ended. */
public final class DagEnhancedDepends implements TemplateSource {
    private final ContainerTemplate shell = container("shell").image("busybox");
    private final Template pass = shell.named("pass").command("sh", "-c", "exit 0");
    private final Template fail = shell.named("fail").command("sh", "-c", "exit 1");

    @Override
    public Manifest define(Site site) {
        return site.workflow("dag-diamond-").entrypoint(dag("diamond", d -> {
            var a = d.task("A", pass);
            var b = d.task("B", pass).after(a);
            var c = d.task("C", fail).after(a);
            d.task("should-execute-1", pass).after(a, c.succeeded().or(c.failed()));
            var two = d.task("should-execute-2", pass).after(b.or(c));
            var not = d.task("should-not-execute", pass).after(b, c);
            d.task("should-execute-3", pass).after(two.succeeded().or(not));
        }));
    }
}
