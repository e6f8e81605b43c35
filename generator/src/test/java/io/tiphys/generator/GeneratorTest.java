package io.tiphys.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.index.IndexFile;
import java.io.File;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of a few classes, compiled here and rendered as the plugin does it. */
class GeneratorTest {
    @TempDir
    Path base;

    private final List<Path> sources = new ArrayList<>();

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectories(base.resolve("classes"));
    }

    private void source(String name, String body) throws Exception {
        Path file = base.resolve("src/area/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "package area;\nimport io.tiphys.generator.dsl.*;\nimport static io.tiphys.generator.dsl.Dsl.*;\n"
                        + body);
        sources.add(file);
    }

    private void template(String name, String object) throws Exception {
        source(name, """
                public class %s implements TemplateSource {
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("%s")
                        .entrypoint(container("run").image("busybox:1"));
                  }
                }
                """.formatted(name, object));
    }

    private GenerateResult generate() throws Exception {
        compile();
        return Generator.generate(request(libraries()));
    }

    private void compile() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (!sources.isEmpty()) {
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
                StringWriter messages = new StringWriter();
                boolean compiled = compiler.getTask(
                                messages,
                                files,
                                null,
                                List.of(
                                        "-g",
                                        "-proc:none",
                                        "-d",
                                        base.resolve("classes").toString()),
                                null,
                                files.getJavaFileObjectsFromPaths(sources))
                        .call();
                assertThat(compiled).as(messages.toString()).isTrue();
            }
            sources.clear();
        }
    }

    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private GenerateRequest request(List<Path> libraries) {
        return new GenerateRequest(
                base,
                base.resolve("classes"),
                libraries,
                List.of(base.resolve("src")),
                base.resolve("target/manifests"),
                base.resolve("target/tiphys/index.json"),
                "");
    }

    private List<String> written() throws Exception {
        if (!Files.exists(base.resolve("target"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(base.resolve("target"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> base.resolve("target").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertOnly(GenerateResult result, String rule, String... parts) throws Exception {
        assertThat(result.findings()).extracting(Finding::rule).containsOnly(rule);
        assertThat(result.findings().get(0).message()).contains(parts);
        assertThat(result.findings().get(0).remedy()).isNotEmpty();
        assertThat(written()).isEmpty();
    }

    @Test
    void rendersEveryTemplateClassAndEveryConstantOfAnEnum() throws Exception {
        template("One", "one");
        source("Two", """
                public enum Two implements TemplateSource {
                  FAST, SLOW { };
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("two-" + name().toLowerCase()).entrypoint(container("run").image("a:1"));
                  }
                }
                """);
        assertThat(generate().files())
                .containsExactly(
                        "clusterworkflowtemplate/one.yaml",
                        "clusterworkflowtemplate/two-fast.yaml",
                        "clusterworkflowtemplate/two-slow.yaml");
        assertThat(written()).contains("tiphys/index.json", "manifests/clusterworkflowtemplate/two-slow.yaml");
    }

    @Test
    void sameClassesSameBytesAndNothingIsRenderedAgain() throws Exception {
        template("One", "one");
        assertThat(generate().upToDate()).isFalse();
        byte[] index = Files.readAllBytes(base.resolve("target/tiphys/index.json"));
        byte[] yaml = Files.readAllBytes(base.resolve("target/manifests/clusterworkflowtemplate/one.yaml"));
        GenerateResult again = generate();
        assertThat(again.upToDate()).isTrue();
        assertThat(again.files()).containsExactly("clusterworkflowtemplate/one.yaml");
        Files.writeString(base.resolve("target/manifests/clusterworkflowtemplate/one.yaml"), "edited");
        assertThat(generate().upToDate()).isFalse();
        assertThat(Files.readAllBytes(base.resolve("target/manifests/clusterworkflowtemplate/one.yaml")))
                .isEqualTo(yaml);
        assertThat(Files.readAllBytes(base.resolve("target/tiphys/index.json"))).isEqualTo(index);
    }

    @Test
    void aManifestThatIsNoLongerDefinedIsRemovedAndAForeignFileIsNot() throws Exception {
        template("One", "one");
        generate();
        Files.writeString(base.resolve("target/manifests/mine.yaml"), "by hand");
        Files.delete(base.resolve("classes/area/One.class"));
        template("Two", "two");
        generate();
        assertThat(written())
                .contains("manifests/mine.yaml", "manifests/clusterworkflowtemplate/two.yaml")
                .doesNotContain("manifests/clusterworkflowtemplate/one.yaml");
    }

    @Test
    void theIndexNamesTheAuthorsLineEvenThroughAHelper() throws Exception {
        source("Common", """
                class Common {
                  static ContainerTemplate base(String name) {
                    return container(name).image("busybox:1");
                  }
                }
                """);
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("one")
                        .entrypoint(Common.base("run")
                            .env("A", "1")
                            .mount(site.tmp("1Gi")));
                  }
                }
                """);
        generate();
        var nodes = IndexFile.read(Files.readAllBytes(base.resolve("target/tiphys/index.json")))
                .files()
                .get("target/manifests/clusterworkflowtemplate/one.yaml");
        String file = "src/area/One.java";
        assertThat(nodes.get("")).isEqualTo(new JavaLine("area.One", file, 6));
        assertThat(nodes.get("/metadata/name")).isEqualTo(new JavaLine("area.One", file, 6));
        assertThat(nodes.get("/spec/templates/0/container/image")).isEqualTo(new JavaLine("area.One", file, 7));
        assertThat(nodes.get("/spec/templates/0/container/env/0/value")).isEqualTo(new JavaLine("area.One", file, 8));
        assertThat(nodes.get("/spec/volumeClaimTemplates/0/metadata/name"))
                .isEqualTo(new JavaLine("area.One", file, 9));
    }

    @Test
    void templateClassesRunBelowThePlatformsLoaderAndTheirLoadersAreClosed() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) {
                    System.getProperties().put("loader-of-one", One.class.getClassLoader());
                    return site.clusterWorkflowTemplate("one").entrypoint(container("run").image("a:1"));
                  }
                }
                """);
        generate();
        URLClassLoader project = (URLClassLoader) System.getProperties().remove("loader-of-one");
        URLClassLoader libraries = (URLClassLoader) project.getParent();
        assertThat(libraries.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
        assertThat(project.findResource("area/One.class")).isNull();
        assertThat(libraries.findResource("io/tiphys/generator/dsl/Site.class")).isNull();
    }

    @Test
    void theSiteOfTheProjectIsGivenToEveryClass() throws Exception {
        source("Here", """
                public class Here implements SiteSource {
                  public Site site() { return Site.defaults().label("facility", "here"); }
                }
                """);
        template("One", "one");
        generate();
        assertThat(base.resolve("target/manifests/clusterworkflowtemplate/one.yaml"))
                .content()
                .contains("    facility: here\n");
    }

    @Test
    void gen01NoTemplateClass() throws Exception {
        source("Nothing", "public class Nothing {}");
        assertOnly(generate(), "GEN-01", "None of the project's 1 classes implements TemplateSource");
    }

    @Test
    void gen01NoClassAtAll() throws Exception {
        Files.delete(base.resolve("classes"));
        assertOnly(generate(), "GEN-01", "The project has no compiled classes");
    }

    @Test
    void gen02AClassThatCannotBeLoaded() throws Exception {
        template("One", "one");
        generate();
        Files.delete(base.resolve("target/tiphys/generate.json"));
        Files.write(base.resolve("classes/area/One.class"), new byte[] {1, 2, 3});
        assertThat(generate().findings()).extracting(Finding::rule).containsExactly("GEN-02");
    }

    @Test
    void gen03NoPublicConstructor() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  One(int x) {}
                  public Manifest define(Site site) { return site.clusterWorkflowTemplate("one"); }
                }
                """);
        assertOnly(generate(), "GEN-03", "area.One", "no public constructor without parameters");
    }

    @Test
    void gen03NotPublic() throws Exception {
        source("One", """
                class One implements TemplateSource {
                  public Manifest define(Site site) { return site.clusterWorkflowTemplate("one"); }
                }
                """);
        assertOnly(generate(), "GEN-03", "area.One", "it is not public");
    }

    @Test
    void gen03AnEnumWithoutConstants() throws Exception {
        source(
                "One",
                "public enum One implements TemplateSource { ; public Manifest define(Site site) { return null; } }");
        assertOnly(generate(), "GEN-03", "it is an enum without constants");
    }

    @Test
    void gen04NoManifest() throws Exception {
        source(
                "One",
                "public class One implements TemplateSource { public Manifest define(Site site) { return null; } }");
        assertOnly(generate(), "GEN-04", "define(site) returned null");
    }

    @Test
    void gen04NoSite() throws Exception {
        template("One", "one");
        source("Here", "public class Here implements SiteSource { public Site site() { return null; } }");
        assertOnly(generate(), "GEN-04", "area.Here", "site() returned null");
    }

    @Test
    void gen04AStaticFieldThatThrows() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  private static final int X = Integer.parseInt("one");
                  public Manifest define(Site site) { return null; }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-04", "NumberFormatException", "\"one\"");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 5));
    }

    /** A field that is read before it is set must not become the text "null". */
    @Test
    void gen04AValueThatIsNull() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  private final Input early = late();
                  private final Input scan = input("scan");
                  private Input late() { return scan; }
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("one").entrypoint(container("run").image("a:1").args("-s", early));
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-04", "args: a value is null");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 9));
    }

    @Test
    void gen04ANameThatIsNull() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) { return site.clusterWorkflowTemplate(null); }
                }
                """);
        assertOnly(generate(), "GEN-04", "name: a value is null");
    }

    @Test
    void gen04AClassThatThrows() throws Exception {
        template("Two", "two");
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) {
                    return help(site);
                  }
                  private Manifest help(Site site) {
                    throw new IllegalArgumentException("no such scan");
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-04", "area.One threw IllegalArgumentException: no such scan");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 9));
        assertThat(result.traces()).singleElement().asString().contains("area.One.help(One.java:9)");
    }

    @Test
    void gen04AHelperThatThrowsIsToldAtTheLineOfTheTemplateClassThatCallsIt() throws Exception {
        source("Scans", """
                class Scans {
                  static String name(int scan) {
                    throw new IllegalArgumentException("no such scan");
                  }
                }
                """);
        source("One", """
                public enum One implements TemplateSource {
                  FIRST(Scans.name(1));
                  One(String name) {}
                  public Manifest define(Site site) {
                    return site.workflow("one").entrypoint(container("run"));
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-04", "area.One threw IllegalArgumentException: no such scan");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 5));
        assertThat(result.traces()).singleElement().asString().contains("area.Scans.name(Scans.java:6)");
    }

    @Test
    void gen04AConstructorThatThrows() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  private final int x = Integer.parseInt("one");
                  public Manifest define(Site site) { return null; }
                }
                """);
        assertOnly(generate(), "GEN-04", "NumberFormatException");
    }

    @Test
    void gen04AnEnumThatCannotBeInitialised() throws Exception {
        source("One", """
                public enum One implements TemplateSource {
                  A;
                  private final int x = Integer.parseInt("one");
                  public Manifest define(Site site) { return null; }
                }
                """);
        assertOnly(generate(), "GEN-04", "NumberFormatException");
    }

    @Test
    void gen28ABadValueOfTheTypedModel() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("one").entrypoint(container("run").image("a:1")
                        .model(t -> t.timeout("ten minutes")));
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-28", "Template.timeout", "\"ten minutes\"");
        assertThat(result.findings().get(0).message()).doesNotContain("threw");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 7));
    }

    @Test
    void gen28WhatTheLanguageRefuses() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) {
                    String script = resource(One.class, "none.py");
                    return site.clusterWorkflowTemplate("one").entrypoint(script("run").image("a:1").source(script));
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-28", "There is no resource \"none.py\" beside area.One");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 6));
    }

    @Test
    void gen28ATaskThatIsChangedAfterItsGraph() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  private Task kept;
                  public Manifest define(Site site) {
                    var main = dag("main", d -> kept = d.task("a", container("run").image("a:1")));
                    kept.continueOnFailed();
                    return site.clusterWorkflowTemplate("one").entrypoint(main);
                  }
                }
                """);
        GenerateResult result = generate();
        assertOnly(result, "GEN-28", "\"a\" was changed after its graph \"main\" was complete");
        assertThat(result.findings().get(0).java()).contains(new JavaLine("area.One", "src/area/One.java", 8));
    }

    @Test
    void gen28WhatTheAuthorThrowsStaysAnError() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) { throw new IllegalStateException("no such beamline"); }
                }
                """);
        assertOnly(generate(), "GEN-04", "area.One threw IllegalStateException: no such beamline");
    }

    /** In a JVM of its own, which ends; with exit(0) too it ends as a failure. */
    @Test
    void gen04AClassThatEndsTheJvm() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) { System.exit(0); return null; }
                }
                """);
        source("Main", """
                public class Main {
                  public static void main(String[] args) throws Exception {
                    try (var loader = new java.net.URLClassLoader(
                        new java.net.URL[] {java.nio.file.Path.of(args[0]).toUri().toURL()}, Main.class.getClassLoader())) {
                      io.tiphys.generator.discover.Renderer.render(java.nio.file.Path.of(args[0]), loader, "");
                    }
                  }
                }
                """);
        compile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        base.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"),
                        "area.Main",
                        base.resolve("classes").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("GEN-04 area.One ends the Java process (One.java:5)");
    }

    @Test
    void gen05TwoClassesOfOneName() throws Exception {
        template("One", "same");
        template("Two", "same");
        assertOnly(generate(), "GEN-05", "\"same\" is defined twice", "area.One", "area.Two");
    }

    @Test
    void gen06AClassThatLooksAtTheClock() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  private static int runs;
                  public Manifest define(Site site) {
                    return site.clusterWorkflowTemplate("one").title("run " + runs++).entrypoint(container("run").image("a:1"));
                  }
                }
                """);
        assertOnly(generate(), "GEN-06", "area.One", "run 0", "run 1");
    }

    @Test
    void gen10ANameThatIsNoName() throws Exception {
        template("One", "../../One");
        assertOnly(generate(), "GEN-10", "\"../../One\"");
    }

    @Test
    void gen12AManifestWithoutTemplate() throws Exception {
        source("One", """
                public class One implements TemplateSource {
                  public Manifest define(Site site) { return site.clusterWorkflowTemplate("one").title("nothing"); }
                }
                """);
        assertOnly(generate(), "GEN-12", "\"one\" has no template");
    }

    @Test
    void gen11TwoSites() throws Exception {
        for (String name : List.of("Here", "There")) {
            source(
                    name,
                    "public class " + name
                            + " implements SiteSource { public Site site() { return Site.defaults(); } }");
        }
        template("One", "one");
        assertOnly(generate(), "GEN-11", "area.Here, area.There");
    }

    @Test
    void aClassPathWithoutTheGeneratorSaysWhatToAdd() throws Exception {
        template("One", "one");
        generate();
        Files.delete(base.resolve("target/tiphys/generate.json"));
        assertThatThrownBy(() -> Generator.generate(request(List.of())))
                .isInstanceOf(GenerateException.class)
                .hasMessageContaining("<artifactId>tiphys-generator</artifactId>");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        template("One", "one");
        Files.writeString(base.resolve("target"), "in the way");
        assertThatThrownBy(this::generate).isInstanceOf(GenerateException.class).hasMessageContaining("target");
    }
}
