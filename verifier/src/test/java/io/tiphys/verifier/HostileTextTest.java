package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.verifier.kubernetes.KubernetesCheck;
import io.tiphys.verifier.lint.ManifestCheck;
import io.tiphys.verifier.lint.spec.Registry;
import io.tiphys.verifier.load.Loaded;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePods;
import io.tiphys.verifier.pod.Lookup;
import io.tiphys.verifier.schema.SchemaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Depth and size made to harm: findings, no exception, and an end in time. Random texts are tried where policies are too. */
final class HostileTextTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    @Timeout(300)
    void deepNesting() {
        for (String open : List.of("[", "{a: ", "- ", "? ", "{\"a\":[", "((", "{{=[")) {
            judge(open.repeat(20_000), "nested " + open);
            judge(workflow("args: ['" + open.replace("'", "").repeat(20_000) + "']"), "nested value " + open);
            judge(workflow("args: " + open.repeat(150)), "nested args " + open);
        }
        judge(workflow("env: " + "[".repeat(90) + "]".repeat(90)), "nested lists");
    }

    @Test
    @Timeout(300)
    void deepLanguages() {
        for (String part : List.of("(", "!", "-", "[", "{", "a.b && ", "1 + ", "'x' in (", "a ? b : ", "not ", "{{=")) {
            String deep = part.repeat(10_000);
            judge(called("when: \"" + deep + "\""), "when " + part);
            judge(called("depends: \"" + deep + "\""), "depends " + part);
            judge(called("when: \"{{=" + deep + "}}\""), "expression " + part);
        }
    }

    @Test
    @Timeout(120)
    void aliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }
        judge(bomb.toString(), "aliases");
        judge("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n" + bomb + "spec: *a11\n", "aliases in a workflow");
        judge("a: &a [*a]\n", "a ring");
        judge("a: &a {<<: *a}\n", "a merged ring");
    }

    @Test
    @Timeout(300)
    void hugeScalars() {
        for (String part : List.of("x", "9", "{{", "{{a}}", "}}", "(a+)+", "\\\\", "1 ", "a.", "-")) {
            String huge = part.repeat(1_000_000 / part.length());
            judge(workflow("args: ['" + huge + "']"), "huge argument " + part);
            judge(workflow("image: '" + huge + "'"), "huge image " + part);
            judge(workflow("resources: {limits: {cpu: '" + huge + "'}}"), "huge quantity " + part);
            judge(
                    "apiVersion: argoproj.io/v1alpha1\nkind: CronWorkflow\nmetadata: {name: '" + huge
                            + "'}\nspec: {schedule: '" + huge + "', workflowSpec: {activeDeadlineSeconds: '" + huge
                            + "'}}\n",
                    "huge schedule " + part);
        }
    }

    private static String workflow(String field) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: a-}\nspec:\n  entrypoint: a\n"
                + "  templates:\n  - name: a\n    container:\n      command: [a]\n      " + field + "\n";
    }

    private static String called(String field) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: a-}\nspec:\n  entrypoint: a\n"
                + "  templates:\n  - name: a\n    dag:\n      tasks:\n      - name: b\n        template: c\n        "
                + field + "\n  - name: c\n    container: {image: 'a:1', command: [a]}\n";
    }

    /** Everything short of policies, whose expressions have bounds and tests of their own. */
    private static void judge(String text, String what) {
        long start = System.nanoTime();
        List<Finding> findings = new ArrayList<>();
        try {
            Loaded loaded = new Loader().parse("a.yaml", text, true, SourceIndex.EMPTY);
            findings.addAll(loaded.findings());
            ManifestCheck check = new ManifestCheck(SchemaSettings.DEFAULT, Registry.of(loaded.manifests()));
            Lookup lookup = Lookup.of(loaded.manifests());
            for (Manifest manifest : loaded.manifests()) {
                findings.addAll(check.check(manifest, KubernetesCheck.check(manifest)));
                if (manifest.isArgo()) {
                    findings.addAll(EffectivePods.of(manifest, lookup, ControllerConfig.DEFAULT)
                            .findings());
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            Assertions.fail(what + ":\n" + text.substring(0, Math.min(text.length(), 3_000)), e);
        }
        assertThat(findings).as(what).allSatisfy(finding -> assertThat(finding.message())
                .isNotEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
    }
}
