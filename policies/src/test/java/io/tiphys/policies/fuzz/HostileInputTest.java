package io.tiphys.policies.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySubject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a file holds: findings, no exception, and an end in time. So many tries of each as {@code jqwik.tries.default}
 * says; the profile {@code nightly} has fifty times as many.
 */
class HostileInputTest {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final List<String> WORDS = List.of(
            ("{{}} {{=  &a *a <<: --- ... !!binary | > ? - : , [ ] { } ' \" # % @ ` \\ ~ null yes 0644 1_000 1e999 .inf -0 "
                            + "9223372036854775808 \u0000 \uFEFF \u2028 \uD83D\uDE00 ((((( ^(a+)+$ apiVersion kind spec templates"
                            + " name \t %YAML")
                    .split(" ", -1));

    private static Path folder;
    private static WholeVerify verify;

    @BeforeContainer
    static void prepare() throws IOException {
        folder = Files.createTempDirectory("tiphys-fuzz");
        verify = new WholeVerify(folder);
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.deleteIfExists(folder.resolve("a.yaml"));
        Files.delete(folder);
    }

    private static void judge(byte[] content) {
        verify.judge(content);
    }

    @Property(seed = "1", shrinking = ShrinkingMode.BOUNDED)
    void bytes(@ForAll byte[] content) {
        judge(content);
    }

    record ChangedText(String text, List<TextChange> changes) {
        String result() {
            StringBuilder result = new StringBuilder(text);
            changes.forEach(change -> change.apply(result));
            return result.toString();
        }

        @Override
        public String toString() {
            return result();
        }
    }

    @Property(seed = "2", shrinking = ShrinkingMode.BOUNDED)
    void texts(@ForAll("changedTexts") ChangedText text) {
        judge(text.result().getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<ChangedText> changedTexts() {
        Arbitrary<TextChange> change = Combinators.combine(
                        Arbitraries.of(TextChange.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(WORDS))
                .as(TextChange::new);
        return Combinators.combine(
                        Arbitraries.of(Seeds.texts()),
                        change.list().ofMinSize(1).ofMaxSize(6))
                .as(ChangedText::new);
    }

    record ChangedObject(JsonNode object, List<TreeChange> changes) {
        String result() {
            ObjectNode result = object.deepCopy();
            changes.forEach(change -> change.apply(result));
            return YamlWriter.write(result);
        }

        @Override
        public String toString() {
            return result();
        }
    }

    @Property(seed = "3", shrinking = ShrinkingMode.BOUNDED)
    void objects(@ForAll("changedObjects") ChangedObject object) {
        judge(object.result().getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<ChangedObject> changedObjects() {
        Arbitrary<TreeChange> change = Combinators.combine(
                        Arbitraries.of(TreeChange.Kind.class),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(HostileValues.all()),
                        Arbitraries.integers().between(0, 10_000))
                .as(TreeChange::new);
        return Combinators.combine(
                        Arbitraries.of(Seeds.objects()),
                        change.list().ofMinSize(1).ofMaxSize(5))
                .as(ChangedObject::new);
    }

    @Property(seed = "4", shrinking = ShrinkingMode.BOUNDED)
    void policies(@ForAll("expressions") String expression) {
        long start = System.nanoTime();
        PolicySet set = PolicySet.of("p.yaml", HostilePolicies.policy(expression), KubernetesVersion.NEWEST);
        List<PolicyOutcome> outcomes = new ArrayList<>();
        for (JsonNode object : List.of(POD, POD.deepCopy())) {
            outcomes.addAll(set.evaluate(PolicySubject.create(object).withUndetermined(java.util.Set.of(), Map.of())));
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.policy()).isNotEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    @Provide
    Arbitrary<String> expressions() {
        return HostilePolicies.expressions();
    }

    private static final JsonNode POD = new YamlReader()
            .read(
                    "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {a: b}}, spec: {containers: [{name: main, image: 'a:1',"
                            + " command: [a, b], resources: {limits: {cpu: '1'}}}]}}")
            .documents()
            .get(0)
            .json();
}
