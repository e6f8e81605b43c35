package uk.ac.eidf.gpuservice;

import static io.tiphys.generator.dsl.Dsl.dag;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** The whole tutorial as one template: loads the data, then runs the newest code on them. */
public final class TemplateWorkflow implements TemplateSource {
    @Override
    public Manifest define(Site site) {
        return site.workflowTemplate("template-workflow")
                .title("Load data and run code")
                .description("Downloads a data set and runs a script of a repository on it, with a GPU.")
                .entrypoint(dag("load-and-run", d -> {
                    var load = d.task("load", DataLoader.load())
                            .with(DataLoader.URL, DataLoader.URL)
                            .with(DataLoader.FILE, DataLoader.FILE);
                    d.task("run", CodeRun.run())
                            .with(CodeRun.REPOSITORY, CodeRun.REPOSITORY)
                            .with(CodeRun.SCRIPT, CodeRun.SCRIPT)
                            .after(load);
                }));
    }
}
