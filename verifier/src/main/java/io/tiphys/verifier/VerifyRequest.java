package io.tiphys.verifier;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.schema.SchemaSettings;
import io.tiphys.verifier.waiver.Acceptance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What to judge, and by what.
 *
 * @param base folder that files in findings are relative to
 * @param sources files and folders to judge
 * @param context files and folders that may be referred to but are not judged
 * @param index Java lines of generated files
 * @param schema versions and CRDs
 * @param profile name of the built-in policy profile
 * @param policies further files and folders with policies
 * @param controllerConfig the facility's {@code workflow-controller-configmap}
 * @param strict whether what cannot be decided is an error
 * @param acceptance waivers and baseline
 */
public record VerifyRequest(
        Path base,
        List<Path> sources,
        List<Path> context,
        SourceIndex index,
        SchemaSettings schema,
        String profile,
        List<Path> policies,
        Optional<Path> controllerConfig,
        boolean strict,
        Acceptance acceptance) {
    public VerifyRequest {
        sources = List.copyOf(sources);
        context = List.copyOf(context);
        policies = List.copyOf(policies);
    }

    /** A request without a file of waivers or a baseline, on a day before any waiver expires. */
    public VerifyRequest(
            Path base,
            List<Path> sources,
            List<Path> context,
            SourceIndex index,
            SchemaSettings schema,
            String profile,
            List<Path> policies,
            Optional<Path> controllerConfig,
            boolean strict) {
        this(
                base,
                sources,
                context,
                index,
                schema,
                profile,
                policies,
                controllerConfig,
                strict,
                Acceptance.none(LocalDate.MIN));
    }
}
