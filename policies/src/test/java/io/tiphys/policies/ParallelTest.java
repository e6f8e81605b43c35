package io.tiphys.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.report.JsonReport;
import io.tiphys.verifier.schema.SchemaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files judged together give the report that they give one after the other. */
final class ParallelTest {
    private static final int FILES = 40;

    @Test
    void reportDoesNotDependOnThreads(@TempDir Path folder) throws Exception {
        for (int number = 0; number < FILES; number++) {
            Files.writeString(folder.resolve("t" + number + ".yaml"), manifest(number));
        }
        String alone = report(folder, 1);
        assertThat(alone).contains("\"invalid\"", "\"valid\"", "LOAD-01", "SEC-12");
        assertThat(report(folder, 8)).isEqualTo(alone);
    }

    private static String report(Path folder, int threads) throws Exception {
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                "baseline",
                List.of(),
                Optional.empty(),
                false);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> JsonReport.write(
                            Verifier.verify(request, new BuiltInPolicies(ParallelTest.class.getClassLoader()))))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    /** One of four: sound, with an unknown template, broken, and with a reference to another file. */
    private static String manifest(int number) {
        return switch (number % 4) {
            case 0 -> template(number, "entrypoint: run");
            case 1 -> template(number, "entrypoint: absent");
            case 2 -> "a: [\n---\n" + template(number, "entrypoint: run");
            default -> """
                    apiVersion: argoproj.io/v1alpha1
                    kind: Workflow
                    metadata: {generateName: run-%d-}
                    spec: {workflowTemplateRef: {name: job-%d, clusterScope: true}}
                    """.formatted(number, number - 1);
        };
    }

    private static String template(int number, String entrypoint) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: ClusterWorkflowTemplate
                metadata: {name: job-%d}
                spec:
                  %s
                  templates:
                  - name: run
                    inputs: {parameters: [{name: size, value: "%d"}]}
                    container:
                      image: registry.example.org/run:1.%d
                      command: [run]
                      args: ["{{inputs.parameters.size}}"]
                      env: [{name: PASSWORD, value: "secret-%d"}]
                """.formatted(number, entrypoint, number, number, number);
    }
}
