package au.csiro.easi.gridded;

import static io.tiphys.generator.dsl.Dsl.parameter;

import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.WorkflowParameter;

/** What whoever submits asks for. */
final class Extent {
    static final WorkflowParameter PRODUCT =
            parameter("product", "landsat8_c2l2_sr").type(ParameterType.pattern("^[a-z0-9_]+$"));
    static final WorkflowParameter LATITUDE =
            parameter("latitude", "[-36.3, -35.1]").type(between(90));
    static final WorkflowParameter LONGITUDE =
            parameter("longitude", "[146.8, 148.3]").type(between(180));
    static final WorkflowParameter START = parameter("time-start", "2020-02-01").type(ParameterType.date());
    static final WorkflowParameter END = parameter("time-end", "2020-04-01").type(ParameterType.date());
    static final WorkflowParameter TILES_PER_CLUSTER = parameter("tiles_per_cluster", 2)
            .description("More make fewer pods, each of which runs longer")
            .type(ParameterType.integer(1, 100).slider());
    static final WorkflowParameter DESTINATION = parameter("destination", "s3://easi-user-scratch/gridded")
            .type(ParameterType.pattern("^s3://[a-z0-9][a-z0-9.-]+(/[A-Za-z0-9._-]+)*$"));

    private Extent() {}

    private static ParameterType between(int degrees) {
        return ParameterType.list(ParameterType.number(-degrees, degrees), 2, 2);
    }
}
