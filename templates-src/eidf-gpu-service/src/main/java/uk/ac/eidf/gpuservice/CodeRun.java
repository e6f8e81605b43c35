package uk.ac.eidf.gpuservice;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.facility.GitClone;

/** Runs the newest version of the code on a GPU: as a Job, or as a template. */
public enum CodeRun implements TemplateSource {
    JOB,
    TEMPLATE;

    static final Input REPOSITORY = input("repository", "https://github.com/eidf001/eidf-gpu-service.git");
    static final Input SCRIPT = input("script", "code/python/analyse.py");
    private static final String CODE = "/code";

    /** The image with the claim and the code, whatever runs in it. */
    static ContainerTemplate development() {
        return GitClone.of(Images.GIT, REPOSITORY)
                .into(CODE, "1Gi")
                .before(container("template-docker-image").image(Images.RAPIDS).mount(DataVolume.mount()));
    }

    static ContainerTemplate run() {
        return development()
                .workingDir(CODE)
                .command("python3")
                .args(SCRIPT)
                .cpus(10)
                .memory("40Gi")
                .limit("memory", "80Gi")
                .gpus(1);
    }

    @Override
    public Manifest define(Site site) {
        return this == JOB
                ? Eidf.job(site, "template-workflow-job-", run())
                : site.workflowTemplate("code-run")
                        .title("Run code on a GPU")
                        .description("Clones a repository and runs one of its Python scripts.")
                        .entrypoint(run());
    }
}
