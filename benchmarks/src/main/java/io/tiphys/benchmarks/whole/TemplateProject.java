package io.tiphys.benchmarks.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources of template classes of the mixed kind, compiled: half run one container, a quarter are dags of five tasks, a
 * quarter are steps with scripts; each becomes 80 to 120 lines of YAML.
 */
final class TemplateProject {
    private static final String HEAD = """
            package bench;
            import static io.tiphys.generator.dsl.Dsl.*;
            import static io.tiphys.generator.dsl.Variables.*;
            import io.tiphys.generator.dsl.*;
            public final class %s implements TemplateSource {
            """;

    private TemplateProject() {}

    /** Writes and compiles; the classes are in {@code classes} below the folder. */
    static void make(Path folder, int templates) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/bench"));
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < templates; number++) {
            String name = String.format(Locale.ROOT, "T%05d", number);
            Path file = sources.resolve(name + ".java");
            Files.writeString(file, source(name, number));
            files.add(file);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-nowarn");
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the sources in " + sources + " do not compile");
            }
        }
    }

    private static String source(String name, int number) {
        String body =
                switch (number % 4) {
                    case 0, 1 -> container(number);
                    case 2 -> dag(number);
                    default -> steps(number);
                };
        return HEAD.formatted(name) + body + "}\n";
    }

    private static String container(int number) {
        StringBuilder text = new StringBuilder();
        for (int input = 0; input < 9; input++) {
            text.append("  private final Input p%d = input(\"p%d\", \"value-%d\").description(\"Parameter %d\");%n"
                    .formatted(input, input, number, input));
        }
        text.append("  @Override public Manifest define(Site site) {\n    return site.clusterWorkflowTemplate(\"job-")
                .append(number)
                .append("\")\n        .title(\"Job\")\n        .entrypoint(container(\"run\")\n")
                .append("            .image(\"registry.example.org/run:1.")
                .append(number)
                .append("\")\n            .command(\"run\")\n            .args(");
        for (int input = 0; input < 9; input++) {
            text.append(input == 0 ? "" : ", ").append("\"--p%d\", p%d".formatted(input, input));
        }
        text.append(")\n");
        for (int variable = 0; variable < 6; variable++) {
            text.append("            .env(\"VARIABLE_%d\", \"%d\")%n".formatted(variable, number));
        }
        return text.append("            .cpus(2).memory(\"4Gi\")\n            .retry(3)\n")
                .append("            .mount(emptyDir(\"tmp\", \"/tmp\", \"1Gi\")));\n  }\n")
                .toString();
    }

    private static String dag(int number) {
        return """
                  private final Input message = input("message");
                  private final Input count = input("count", %d);
                  private final ContainerTemplate run = container("run")
                      .image("registry.example.org/run:1.%d").command("run").cpus(1).memory("1Gi");
                  private final Template work = run.named("work").args("--message", message, "--count", count);
                  private final Template sum = run.named("sum").args("--all", message).retry(2);
                  @Override public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("graph-%d").title("Graph").entrypoint(dag("main", d -> {
                      var a = d.task("a", work.with(message, "a"));
                      var b = d.task("b", work.with(message, a.result()));
                      var c = d.task("c", work.with(message, a.result()).with(count, 2));
                      var e = d.task("e", work.with(message, "e")).after(b.succeeded().or(c.failed()));
                      d.task("sum", sum.with(message, e.result())).after(b, c);
                    }));
                  }
                """.formatted(number, number, number);
    }

    private static String steps(int number) {
        return """
                  private final Input count = input("count");
                  private final ScriptTemplate python = script("python").image("python:3.13")
                      .command("python").cpus(1).memory("1Gi");
                  private final Template split = python.named("split").source(\"""
                      import json
                      import sys
                      parts = []
                      for number in range({{count}}):
                          parts.append({"number": number, "of": %d})
                      json.dump(parts, sys.stdout)
                      \""", count);
                  private final Input part = input("part");
                  private final Template work = python.named("work").source(\"""
                      import json
                      part = json.loads('''{{part}}''')
                      print(part["number"] * 2)
                      \""", part);
                  @Override public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("script-%d").title("Script").entrypoint(steps("main", s -> {
                      var parts = s.step("split", split.with(count, 8));
                      s.parallel(p -> {
                        p.step("work", work).with(part, item()).forEach(parts.result());
                        p.step("again", work.with(part, parts.result())).when(parts.result().isNot("[]"));
                      });
                      s.step("last", work.with(part, "{}"));
                    }));
                  }
                """.formatted(number, number);
    }
}
