package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;
import static io.tiphys.generator.language.Render.same;
import static io.tiphys.generator.language.Render.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.*;
import io.tiphys.model.finding.Finding;
import org.junit.jupiter.api.Test;

/** Scripts, and their variables. */
class ScriptsTest {
    private final Input count = input("count", 3);
    private final ArtifactInput scan = artifact("scan", "/data/scan");
    private final ScriptTemplate python = script("count").image("python:3").command("python");

    @Test
    void variablesAreBoundByName() {
        Template all = python.source("""
                for i in range({{count}}):
                    print(i, "{{scan}}", "{{workflow.name}}", "{{item}}", {"a": {"b": {}}})
                """, count, scan);
        assertThat(yaml(all, "/script/source")).isEqualTo("""
                for i in range({{inputs.parameters.count}}):
                    print(i, "{{inputs.artifacts.scan.path}}", "{{workflow.name}}", "{{item}}", {"a": {"b": {}}})
                """);
        assertThat(yaml(all, "/inputs")).isEqualTo("""
                parameters:
                - name: count
                  value: "3"
                artifacts:
                - name: scan
                  path: /data/scan
                """);
    }

    @Test
    void aScriptFromAFileBesideTheClass() {
        assertThat(yaml(python.source(resource(getClass(), "count.py"), count), "/script/source"))
                .isEqualTo("print({{inputs.parameters.count}})\n");
    }

    @Test
    void windowsLineEndsAreGone() {
        assertThat(yaml(python.source("a = 1\r\nprint(a)\r\n"), "/script/source"))
                .isEqualTo("a = 1\nprint(a)\n");
    }

    @Test
    void aScriptMayContainWhateverItLikes() {
        String text = "print('\\\\1 $2 ${x} \\t')\n\tif a: b # 'c' \"d\"\n--- \n";
        assertThat(yaml(python.source(text), "/script/source")).isEqualTo(text);
        assertThat(Render.manifest(python.source("echo {{}} {{ x }} }}{{ {{{count}}}", count))
                        .findings())
                .isEmpty();
    }

    @Test
    void gen22NamesAllThatIsWrong() {
        assertThat(Render.manifest(python.source("{{one}} {{two}} {{one}}", count))
                        .findings())
                .extracting(Finding::rule)
                .containsOnly("GEN-22")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theSameWordsAsAContainer() {
        Template all = python.source("print()").memory("1Gi").env("A", 1).workingDir("/work");
        same(all, "/script", """
                image: python:3
                command:
                - python
                workingDir: /work
                env:
                - name: A
                  value: "1"
                resources:
                  requests:
                    memory: 1Gi
                  limits:
                    memory: 1Gi
                source: print()
                """);
    }
}
