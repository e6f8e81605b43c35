package io.tiphys.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.policy.PolicyCase;
import io.tiphys.verifier.policy.PolicyInfo;
import io.tiphys.verifier.policy.PolicyOutcome;
import io.tiphys.verifier.policy.PolicySet;
import io.tiphys.verifier.policy.PolicySources;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of Java that a denial shows compiles: as a word of a template, a manifest, the site or a Job, or as it stands. */
class JavaRemediesTest {
    private static final Pattern CODE = Pattern.compile("^(?:[A-Za-z ]+: )?([.A-Za-z][A-Za-z.]*[(].*)$");

    /** There is nothing to write, only something to take away. */
    private static final Set<String> NO_CODE = Set.of("VOL-03");

    private static final List<String> RECEIVERS = List.of(
            "ContainerTemplate", "WorkflowManifest", "Site", "io.fabric8.kubernetes.api.model.batch.v1.JobBuilder");
    private static final String HEAD = """
            import static io.tiphys.generator.dsl.Dsl.*;
            import io.fabric8.kubernetes.api.model.*;
            import io.tiphys.generator.dsl.*;
            import io.tiphys.generator.facility.*;
            import io.tiphys.model.argo.ExecutorConfig;
            import io.tiphys.model.argo.RetryStrategy;
            abstract class Remedies { Site site; ContainerTemplate template; WorkflowManifest manifest;
            """;

    @TempDir
    Path folder;

    private static Map<String, Set<String>> remedies() {
        PolicySources all = new BuiltInPolicies(JavaRemediesTest.class.getClassLoader()).withCases();
        Map<String, Set<String>> remedies = new TreeMap<>();
        for (Manifest document : all.cases()) {
            String file = document.file().replace(".cases.yaml", ".yaml");
            for (PolicyCase one : PolicyCase.of(document.json())) {
                List<Manifest> policy = new ArrayList<>(all.policies().stream()
                        .filter(manifest -> manifest.file().equals(file))
                        .toList());
                one.context().forEach(object -> policy.add(manifest(object)));
                PolicySet set = PolicySet.of(policy, KubernetesVersion.NEWEST);
                for (PolicyOutcome outcome : set.evaluate(one.subject())) {
                    PolicyInfo info = set.info(outcome.policy()).orElseThrow();
                    Set<String> lines = remedies.computeIfAbsent(info.rule(), rule -> new TreeSet<>());
                    lines.add(info.remedyJava(List.of()));
                    outcome.messages().forEach(message -> lines.add(info.remedyJava(List.of(message))));
                }
            }
        }
        return remedies;
    }

    private static Manifest manifest(JsonNode object) {
        return new Manifest(
                "context",
                new YamlReader().read(YamlWriter.write(object)).documents().get(0),
                false,
                SourceIndex.EMPTY);
    }

    @Test
    void everyLineOfJavaCompiles() {
        StringBuilder source = new StringBuilder(HEAD);
        Map<String, List<Long>> tries = new TreeMap<>();
        long line = HEAD.lines().count();
        for (Map.Entry<String, Set<String>> rule : remedies().entrySet()) {
            for (String remedy : rule.getValue()) {
                String name = rule.getKey() + " " + remedy;
                var code = CODE.matcher(remedy);
                if (!code.matches()) {
                    assertThat(NO_CODE).as(name).contains(rule.getKey());
                    continue;
                }
                List<String> methods = code.group(1).startsWith(".")
                        ? RECEIVERS.stream()
                                .map(type -> "(" + type + " it) { return it" + code.group(1) + "; }")
                                .toList()
                        : List.of("() { return " + code.group(1) + "; }");
                for (String method : methods) {
                    source.append("Object m").append(++line).append(method).append('\n');
                    tries.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
                }
            }
        }
        Map<Long, String> errors = errors(source.append("}\n").toString());
        assertThat(tries).hasSizeGreaterThan(50).allSatisfy((name, lines) -> assertThat(lines)
                .as(name + " " + errors.get(lines.get(0)))
                .anyMatch(number -> !errors.containsKey(number)));
    }

    private Map<Long, String> errors(String source) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Remedies.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-proc:none",
                "-Xmaxerrs",
                "10000",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        Map<Long, String> errors = new TreeMap<>();
        found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .forEach(one -> errors.put(one.getLineNumber(), one.getMessage(Locale.ROOT)));
        return errors;
    }
}
