package uk.ac.diamond.workflows.ptychography;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** Reconstructs a ptychography scan with PtyPy, on CPUs or on GPUs. */
public enum Ptypy implements TemplateSource {
    CPU("ptypy-cpu-job", "PtyPy on CPUs", "gcr.io/diamond-privreg/ptypy/test_openmpi_full:0.1"),
    GPU("ptypy-gpu-job", "PtyPy on GPUs", "gcr.io/diamond-privreg/ptypy/test_openmpi_cupy:0.1");

    private final Input config = input("config").type(ParameterType.json().title("PtyPy configuration"));
    private final Input id = input("id").description("Number of the scan");
    private final Input output = input("output", "/tmp/output");
    private final Input nprocs = input("nprocs", 1).type(ParameterType.integer(1, 64));
    private final Input memory = input("memory", "20Gi").type(ParameterType.quantity());

    private final String name;
    private final String title;
    private final String image;

    Ptypy(String name, String title, String image) {
        this.name = name;
        this.title = title;
        this.image = image;
    }

    @Override
    public Manifest define(Site site) {
        ContainerTemplate run = container("ptypy-run")
                .image(image)
                .command("mpirun")
                .args("-n", nprocs, "ptypy.cli", "-j", config, "-i", id, "-o", output, "-s", "hdf5_loader")
                .cpus(nprocs)
                .memory(memory)
                .mount(Diamond.sessionDirectory())
                .mount(site.tmp("1Gi"));
        return site.clusterWorkflowTemplate(name)
                .title(title)
                .description("Reconstructs a ptychography scan and writes the result to the visit.")
                .entrypoint(this == GPU ? onGpus(run) : run);
    }

    private ContainerTemplate onGpus(ContainerTemplate run) {
        return run.addArgs("-b", "cupy")
                .env("CUPY_CACHE_DIR", "/tmp/.cupy/kernel_cache")
                .gpus(nprocs);
    }
}
