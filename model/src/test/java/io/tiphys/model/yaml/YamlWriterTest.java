package io.tiphys.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlWriterTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static String value(String text) {
        String written = YamlWriter.write(JsonNodeFactory.instance.objectNode().put("v", text));
        return written.substring(3, written.length() - 1);
    }

    @Test
    void theCanonicalForm() throws Exception {
        assertThat(YamlWriter.write(
                        json("{'a':{'b':[1,{'c':true,'d':[]},['x']],'e':{}},'f':null,'g':1.5,'h':'x\\ny\\n'}")))
                .isEqualTo("""
                        a:
                          b:
                          - 1
                          - c: true
                            d: []
                          - - x
                          e: {}
                        f: null
                        g: 1.5
                        h: |
                          x
                          y
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "a/b:c",
                "main",
                "x{{y}}",
                "registry.org/a/b:v1.2",
                "/dls/k11",
                "cpu=1,mem=2",
                "it's",
                "v1",
                "100m",
                "1Gi",
                "a-b_c.d"
            })
    void plain(String text) {
        assertThat(value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "yes",
                "Y",
                "off",
                "null",
                "~",
                "true",
                "1",
                "0x1f",
                "0o17",
                "1_0",
                "1e3",
                ".5",
                "1:30",
                "2024-01-01",
                "2001-12-14t21:59:43.10-05:00",
                "-.inf",
                ".nan",
                "=",
                "<<",
                "- a",
                "a: b",
                "a:",
                "a #b",
                "{{x}}",
                "[x]",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "#a",
                "-",
                "---",
                "...",
                "?",
                "12e03"
            })
    void quoted(String text) {
        assertThat(value(text)).startsWith("\"").endsWith("\"");
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', '|-'", "'a\nb\n', '|'", "'a\nb\n\n', '|+'", "'#!/bin/sh\nx\n', '|'", "'a\n  b\n', '|'"})
    void blocks(String text, String header) {
        assertThat(value(text).lines().findFirst()).contains(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\na", " a\nb", "a \nb", "a\t\nb", "a\r\nb", "a\nb\u0007", "a\nb\u2028", "a\nb "})
    void multiLineTextThatABlockWouldHideOrCannotHold(String text) {
        assertThat(value(text)).startsWith("\"").endsWith("\"");
    }

    @Test
    void longTextIsNotFolded() {
        String text = "word ".repeat(500) + "end";
        assertThat(value(text)).isEqualTo(text);
    }

    @Test
    void longKeysStayInOneLine() {
        String key = "k".repeat(500);
        assertThat(YamlWriter.write(JsonNodeFactory.instance.objectNode().put(key, 1)))
                .isEqualTo(key + ": 1\n");
    }
}
