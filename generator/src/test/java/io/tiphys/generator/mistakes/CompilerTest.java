package io.tiphys.generator.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that the compiler tells, at the line where they were made. */
class CompilerTest {
    private static final String HEAD = """
            import static io.tiphys.generator.dsl.Dsl.*;
            import static io.tiphys.generator.dsl.Variables.*;
            import io.tiphys.generator.dsl.*;
            public final class Sample implements TemplateSource {
              private final Input message = input("message");
              private final ArtifactInput part = artifact("part", "/mnt/part");
              private final ArtifactOutput file = artifactOutput("file", "/mnt/file");
              private final OutputParameter count = output("count", "/mnt/count");
              private final Mount tmp = emptyDir("tmp", "/tmp", "1Gi");
              private final Template echo = container("echo").image("busybox:1").args(message);
              private final Template print = container("print").image("busybox:1").inputs(part);
              private final Template make = container("make").image("busybox:1").outputs(file, count);
              @Override
              public Manifest define(Site site) {
            """;
    private static final String TAIL = "\n  }\n}\n";
    private static final long FIRST_LINE = HEAD.lines().count() + 1;

    /**
     * A mistake in the last line of a method's body.
     *
     * @param what the mistake
     * @param body the method's body
     */
    record Mistake(String what, String body) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Mistake inDag(String what, String line) {
        return new Mistake(what, """
                return site.workflow("w-").entrypoint(dag("main", d -> { var a = d.task("a", make);
                  var b = d.task("b", echo.with(message, "x")).after(a);
                  %s
                }));""".formatted(line));
    }

    private static Mistake inSteps(String what, String line) {
        return new Mistake(what, """
                return site.workflow("w-").entrypoint(steps("main", s -> { var a = s.step("a", make);
                  var b = s.step("b", echo.with(message, "x"));
                  %s
                }));""".formatted(line));
    }

    private static Mistake statement(String what, String line) {
        return new Mistake(
                what,
                "var workflow = site.workflow(\"w-\");\nvar run = container(\"run\").image(\"i:1\");\n" + line
                        + "\nreturn workflow.entrypoint(run);");
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inDag("an unknown template", "d.task(\"c\", ecko);"),
                inDag("an unknown parameter", "d.task(\"c\", echo.with(mesage, \"x\"));"),
                inDag("an unknown artifact", "d.task(\"c\", print).with(prt, a.output(file));"),
                inDag("an unknown output", "d.task(\"c\", print.with(part, a.output(fiel)));"),
                inDag("an unknown task", "d.task(\"c\", make).after(c0);"),
                inDag("a task by its name", "d.task(\"c\", make).after(\"a\");"),
                inDag("a template by its name", "d.task(\"c\", \"make\");"),
                inDag("an argument without a value", "d.task(\"c\", echo.with(message));"),
                inDag("a text for an artifact", "d.task(\"c\", print.with(part, \"/mnt/file\"));"),
                inDag("a result for an artifact", "d.task(\"c\", print.with(part, a.result()));"),
                inDag("an output parameter for an artifact", "d.task(\"c\", print.with(part, a.output(count)));"),
                inDag("an output that is an input", "d.task(\"c\", echo.with(message, a.output(part)));"),
                inDag("a condition that is a text", "d.task(\"c\", make).when(\"a == b\");"),
                inDag("a condition that is a value", "d.task(\"c\", make).when(a.result());"),
                inDag("a condition as a dependency", "d.task(\"c\", make).after(a.result().is(\"x\"));"),
                inDag("a dependency as a condition", "d.task(\"c\", make).when(a.failed());"),
                inDag("an outcome that does not exist", "d.task(\"c\", make).after(a.suceeded());"),
                inDag("a step in a dag", "d.step(\"c\", make);"),
                inDag("a hook without a condition", "d.task(\"c\", make).hook(\"running\", echo);"),
                inSteps("a task in steps", "s.task(\"c\", make);"),
                inSteps("a dependency between steps", "s.step(\"c\", make).after(a);"),
                inSteps("a loop over an artifact", "s.step(\"c\", make).forEach().with(part, item());"),
                inSteps("an unknown step's result", "s.step(\"c\", make).when(flip.result().is(\"x\"));"),
                inSteps("parallel steps without a lambda", "s.parallel(s.step(\"c\", make));"),
                inSteps("a misspelt word", "s.parallel(p -> p.stepp(\"c\", make));"),
                statement("an unknown volume", "run = run.mount(tmpp);"),
                statement("a volume by its name", "run = run.mount(\"tmp\");"),
                statement("an entrypoint by its name", "workflow = workflow.entrypoint(\"run\");"),
                statement("an exit handler by its name", "workflow = workflow.onExit(\"run\");"),
                statement(
                        "an unknown policy of retries",
                        "run = run.retry(Retry.times(3).policy(Retry.Policy.ALLWAYS));"),
                statement("a number of retries that is a text", "run = run.retry(\"three\");"),
                statement("a parallelism that is a text", "workflow = workflow.parallelism(\"three\");"),
                statement("a script's source in a container", "run = run.source(\"print()\");"),
                statement("an image for a suspend", "suspend(\"wait\").image(\"i:1\");"),
                statement("a request without an address", "http(\"call\");"),
                statement("a time zone for a Workflow", "workflow = workflow.timezone(\"Europe/London\");"),
                statement("a Workflow where a template belongs", "workflow = workflow.template(workflow);"),
                statement("a metric's bucket on a gauge", "run = run.metrics(gauge(\"g\", 1).buckets(1, 2));"),
                new Mistake("a template instead of a manifest", "return container(\"run\").image(\"i:1\");"),
                new Mistake(
                        "a task outside its graph",
                        "var main = dag(\"main\", d -> { var a = d.task(\"a\", make); });\n"
                                + "return site.workflow(\"w-\").entrypoint(main).parameters(a.result());"));
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldAtItsLine(Mistake mistake) throws IOException {
        List<String> lines = mistake.body().lines().toList();
        long line = FIRST_LINE + 2;
        if (lines.size() < 3) {
            line = FIRST_LINE + lines.size() - 1;
        }
        List<Diagnostic<? extends JavaFileObject>> errors = errors(HEAD + mistake.body() + TAIL);
        assertThat(errors).as(mistake.body()).isNotEmpty();
        assertThat(errors.get(0).getLineNumber())
                .as(errors.get(0).getMessage(Locale.ROOT))
                .isEqualTo(line);
    }

    @Test
    void withoutMistakeNothingIsTold() throws IOException {
        Mistake dag = inDag("", "d.task(\"c\", print.with(part, a.output(file))).after(b.failed());");
        Mistake steps = inSteps("", "s.step(\"c\", print.with(part, a.output(file))).when(b.result().is(\"x\"));");
        Mistake statement = statement("", "run = run.mount(tmp).retry(3);");
        for (Mistake right : List.of(dag, steps, statement)) {
            assertThat(errors(HEAD + right.body() + TAIL)).isEmpty();
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> errors(String source) throws IOException {
        Path file = folder.resolve("Sample.java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(told, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-Xlint:none");
            compiler.getTask(null, files, told, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return told.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
