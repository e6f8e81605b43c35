package io.tiphys.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A template repository in a folder of its own, built by a real Maven. */
final class TemplateProject {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example.area</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <maven.deploy.skip>true</maven.deploy.skip>
                <maven.install.skip>true</maven.install.skip>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>io.tiphys</groupId>
                  <artifactId>tiphys-generator</artifactId>
                  <version>%2$s</version>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.14.1</version>
                  </plugin>
                  <plugin>
                    <groupId>io.tiphys</groupId>
                    <artifactId>tiphys-maven-plugin</artifactId>
                    <version>%2$s</version>
                    <executions>
                      <execution>
                        <goals>
                          <goal>generate</goal>
                          <goal>verify</goal>
                          <goal>publish</goal>
                        </goals>
                      </execution>
                    </executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;
    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>it</id>
                  <repositories>
                    <repository>
                      <id>it-central</id>
                      <url>%1$s</url>
                    </repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository>
                      <id>it-central</id>
                      <url>%1$s</url>
                    </pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>it</activeProfile>
              </activeProfiles>
            </settings>
            """;

    private final Path folder;

    private TemplateProject(Path folder) {
        this.folder = folder;
    }

    /** What a build said, and whether it ended well. */
    record Build(boolean success, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    /** A new project in an empty folder. */
    static TemplateProject create(String name) throws IOException {
        Path folder = folder(name);
        Files.writeString(folder.resolve("pom.xml"), POM.formatted(name, version()));
        return new TemplateProject(folder);
    }

    /** An empty folder without a POM. */
    static TemplateProject withoutPom(String name) throws IOException {
        return new TemplateProject(folder(name));
    }

    private static Path folder(String name) throws IOException {
        Path folder = Path.of(System.getProperty("it.work"), name);
        Folders.delete(folder);
        return Files.createDirectories(folder);
    }

    static String version() {
        return System.getProperty("it.version");
    }

    Path folder() {
        return folder;
    }

    /** Writes a file. */
    TemplateProject file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Writes a class of the package {@code area}. */
    TemplateProject source(String name, String body) throws IOException {
        return file(
                "src/main/java/area/" + name + ".java",
                "package area;\n\nimport static io.tiphys.generator.dsl.Dsl.*;\nimport io.tiphys.generator.dsl.*;\n\n"
                        + body);
    }

    /** Runs Maven. */
    Build maven(String... arguments) throws IOException, MavenInvocationException {
        Path settings = folder.resolve("settings.xml");
        Files.writeString(
                settings,
                SETTINGS.formatted(Path.of(System.getProperty("it.central")).toUri()));
        List<String> lines = new ArrayList<>();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setMavenHome(Path.of(System.getProperty("it.maven.home")).toFile())
                .setLocalRepositoryDirectory(
                        Path.of(System.getProperty("it.repository")).toFile())
                .setUserSettingsFile(settings.toFile())
                .setMavenOpts("-XX:TieredStopAtLevel=1")
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setInputStream(java.io.InputStream.nullInputStream())
                .setOutputHandler(lines::add);
        if (Files.exists(folder.resolve("pom.xml"))) {
            request.setPomFile(folder.resolve("pom.xml").toFile());
        }
        Properties properties = new Properties();
        List<String> goals = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                int equals = argument.indexOf('=');
                properties.setProperty(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                goals.add(argument);
            }
        }
        request.addArgs(goals).setProperties(properties);
        boolean success = new DefaultInvoker().execute(request).getExitCode() == 0;
        return new Build(success, List.copyOf(lines));
    }

    /** The lines of a file. */
    List<String> lines(String path) throws IOException {
        return Files.readAllLines(folder.resolve(path));
    }

    /** The number of the only line of a file that holds a text, from 1. */
    int lineOf(String path, String text) throws IOException {
        List<String> lines = lines(path);
        int[] found = java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(text))
                .toArray();
        if (found.length != 1) {
            throw new AssertionError(
                    "\"" + text + "\" stands in " + found.length + " lines of " + path + Arrays.toString(found));
        }
        return found[0] + 1;
    }
}
