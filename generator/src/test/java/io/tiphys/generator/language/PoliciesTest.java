package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import org.junit.jupiter.api.Test;

/** Retries, metrics, synchronization, memoize. */
class PoliciesTest {
    private final Input key = input("key");
    private final ContainerTemplate run = container("run").image("busybox:1");

    @Test
    void retries() {
        same(run.retry(3), "/retryStrategy", "{limit: '3'}");
        same(
                run.retry(Retry.times(key)
                        .backoff("30s")
                        .factor(2)
                        .maxDuration("1h")
                        .cap(60)
                        .policy(Retry.Policy.ON_ERROR)
                        .onlyIf(lastRetry("exitCode").asInt().isNot(2))
                        .onAnotherNode()),
                "",
                """
                name: run
                inputs: {parameters: [{name: key}]}
                container: {image: "busybox:1"}
                retryStrategy:
                  limit: "{{inputs.parameters.key}}"
                  backoff: {duration: 30s, factor: "2", maxDuration: 1h, cap: "60"}
                  retryPolicy: OnError
                  expression: asInt(lastRetry.exitCode) != 2
                  affinity: {nodeAntiAffinity: {}}
                """);
        for (Retry.Policy policy : Retry.Policy.values()) {
            assertThat(yaml(run.retry(Retry.times(1).policy(policy)), "/retryStrategy/retryPolicy"))
                    .isEqualToIgnoringCase(policy.name().replace("_", ""));
        }
        same(Render.manifest(run).retry(Retry.times(1)), "/spec/retryStrategy", "{limit: '1'}");
    }

    @Test
    void metrics() {
        OutputParameter size = output("size", "/size");
        Template all = run.metrics(
                gauge("took", duration()).help("seconds").label("key", key).realtime(),
                counter("runs", 1)
                        .help("runs")
                        .when(status().is("Failed").and(exitCode().isNot(1))),
                histogram("size", size, 1, 2.5).help("bytes"));
        same(all, "/metrics/prometheus", """
                - name: took
                  gauge: {value: "{{duration}}", realtime: true}
                  help: seconds
                  labels: [{key: key, value: "{{inputs.parameters.key}}"}]
                - name: runs
                  counter: {value: "1"}
                  help: runs
                  when: "{{status}} == Failed && {{exitCode}} != 1"
                - name: size
                  histogram: {value: "{{outputs.parameters.size}}", buckets: [1.0, 2.5]}
                  help: bytes
                """);
        same(all, "/inputs", "parameters: [{name: key}]");
        same(all, "/outputs", "parameters: [{name: size, valueFrom: {path: /size}}]");
        same(
                Render.manifest(run).metrics(gauge("took", workflowDuration()).help("s")),
                "/spec/metrics/prometheus",
                "[{name: took, gauge: {value: '{{workflow.duration}}', realtime: false}, help: s}]");
    }

    @Test
    void synchronization() {
        String expected = """
                semaphores: [{configMapKeyRef: {name: limits, key: "gpu"}}]
                mutexes: [{name: one}, {name: two}]
                """;
        same(run.semaphore("limits", "gpu").mutex("one").mutex("two"), "/synchronization", expected);
        same(
                Render.manifest(run).semaphore("limits", "gpu").mutex("one").mutex("two"),
                "/spec/synchronization",
                expected);
    }

    @Test
    void memoize() {
        Template all = run.memoize("k-" + key, "1h", "cache");
        same(all, "/memoize", """
                {key: "k-{{inputs.parameters.key}}", maxAge: 1h, cache: {configMap: {name: cache}}}
                """);
        same(all, "/inputs", "parameters: [{name: key}]");
    }

    @Test
    void waiversAreAnnotations() {
        String terms = "\"reason\":\"old tool: it's so\",\"owner\":\"ann\",\"expires\":\"2027-01-31\"";
        same(
                run.waive("SEC-06", "old tool: it's so", "ann", "2027-01-31"),
                "/metadata/annotations",
                "waiver.tiphys.io/SEC-06: '{" + terms.replace("'", "''") + "}'");
        ContainerTemplate cache =
                container("cache").image("redis:7").waive("SEC-06", "old tool: it's so", "ann", "2027-01-31");
        String ofCache = "{\"container\":\"cache\"," + terms + "}";
        same(
                run.sidecar(cache),
                "/metadata/annotations",
                "waiver.tiphys.io/SEC-06: '" + ofCache.replace("'", "''") + "'");
        same(
                run.waive("SEC-06", "old tool: it's so", "ann", "2027-01-31").initContainer(cache),
                "/metadata/annotations",
                "waiver.tiphys.io/SEC-06: '[{" + terms.replace("'", "''") + "}," + ofCache.replace("'", "''") + "]'");
        same(
                containerSet("set", c -> c.container(cache)),
                "/metadata/annotations",
                "waiver.tiphys.io/SEC-06: '" + ofCache.replace("'", "''") + "'");
        same(
                Render.manifest(run).waive("LIFE-01", "kept", "ann", "2027-01-31"),
                "/metadata/annotations",
                "waiver.tiphys.io/LIFE-01: '{\"reason\":\"kept\",\"owner\":\"ann\",\"expires\":\"2027-01-31\"}'");
    }

    @Test
    void whereTheyStandThereIsOfAnyTemplate() {
        Template graph = steps("main", s -> s.step("a", run))
                .retry(1)
                .parallelism(2)
                .failFast(true)
                .mutex("one");
        same(graph, "", """
                name: main
                steps: [[{name: a, template: run}]]
                retryStrategy: {limit: "1"}
                parallelism: 2
                failFast: true
                synchronization: {mutexes: [{name: one}]}
                """);
    }
}
