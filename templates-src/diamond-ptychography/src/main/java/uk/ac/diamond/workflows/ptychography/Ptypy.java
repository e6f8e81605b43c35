package uk.ac.diamond.workflows.ptychography;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;

import io.tiphys.generator.dsl.ContainerTemplate;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import java.util.Locale;
import uk.ac.diamond.workflows.site.Diamond;

/** Reconstructs a ptychography scan with PtyPy, on CPUs or on GPUs. */
public enum Ptypy implements TemplateSource {
    CPU("full"),
    GPU("cupy");

    private final Input config = input("config").type(ParameterType.json().title("PtyPy configuration"));
    private final Input id = input("id").type(ParameterType.text(1, 64).title("Scan"));
    private final Input output = input("output", "/tmp/output").type(ParameterType.pattern("^/"));
    private final Input nprocs = input("nprocs", 1)
            .type(ParameterType.integer(1, 64).title("Processes").slider());
    private final Input memory = input("memory", "20Gi").type(ParameterType.quantity());

    private final String platform;

    Ptypy(String platform) {
        this.platform = platform;
    }

    @Override
    public Manifest define(Site site) {
        ContainerTemplate run = container("ptypy-run")
                .image("gcr.io/diamond-privreg/ptypy/test_openmpi_" + platform + ":0.1")
                .command("mpirun")
                .args("-n", nprocs, "ptypy.cli", "-j", config, "-i", id, "-o", output, "-s", "hdf5_loader")
                .cpus(nprocs)
                .memory(memory)
                .mount(Diamond.sessionDirectory(), site.tmp("1Gi"));
        return site.clusterWorkflowTemplate("ptypy-" + name().toLowerCase(Locale.ROOT) + "-job")
                .title("PtyPy on " + name() + "s")
                .description("Reconstructs a ptychography scan and writes the result to the visit.")
                .entrypoint(this == GPU ? onGpus(run) : run);
    }

    private ContainerTemplate onGpus(ContainerTemplate run) {
        return run.addArgs("-b", "cupy")
                .env("CUPY_CACHE_DIR", "/tmp/.cupy/kernel_cache")
                .gpus(nprocs);
    }
}
