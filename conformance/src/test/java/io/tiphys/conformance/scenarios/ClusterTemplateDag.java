package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.templateRef;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateRef;
import io.tiphys.generator.dsl.TemplateSource;

/** A diamond of templates that are defined elsewhere. */
public final class ClusterTemplateDag implements TemplateSource {
    private final Input message = input("message");
    private final TemplateRef print = templateRef("cluster-workflow-template-print-message", "print-message")
            .clusterScope();
    private final TemplateRef inner =
            templateRef("cluster-workflow-template-inner-dag", "inner-diamond").clusterScope();

    @Override
    public Manifest define(Site site) {
        return site.workflow("workflow-template-dag-diamond-").entrypoint(dag("diamond", d -> {
            var a = d.task("A", print.with(message, "A"));
            var b = d.task("B", print.with(message, "B")).after(a);
            var c = d.task("C", inner).after(a);
            d.task("D", print.with(message, "D")).after(b, c);
        }));
    }
}
