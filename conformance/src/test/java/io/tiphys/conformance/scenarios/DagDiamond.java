package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;

/** Four tasks in the shape of a diamond. */
public final class DagDiamond implements TemplateSource {
    private final Input message = input("message");
    private final Template echo = container("echo").image("busybox").command("echo", message);

    @Override
    public Manifest define(Site site) {
        return site.workflow("dag-diamond-").entrypoint(dag("diamond", d -> {
            var a = d.task("A", echo.with(message, "A"));
            var b = d.task("B", echo.with(message, "B")).after(a);
            var c = d.task("C", echo.with(message, "C")).after(a);
            d.task("D", echo.with(message, "D")).after(b, c);
        }));
    }
}
