package io.tiphys.generator.discover;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of rendering; from several threads. */
final class Outcome {
    private final List<Rendered> manifests = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<String> traces = new ArrayList<>();

    synchronized void add(Rendered rendered) {
        manifests.add(rendered);
    }

    synchronized void add(Finding finding) {
        findings.add(finding);
    }

    /** The findings and traces of another. */
    synchronized void addAll(Outcome part) {
        synchronized (part) {
            findings.addAll(part.findings);
            traces.addAll(part.traces);
        }
    }

    synchronized void addTrace(String trace) {
        traces.add(trace);
    }

    /**
     * The outcome in types that every class loader shares: {@code protocol} a number; {@code manifests} a list of {file,
     * yaml, lines: pointer → [class, file, line]}; {@code findings} a list of {rule, message, remedy, template, java:
     * [class, file, line] or empty}; {@code traces} a list of texts.
     */
    synchronized Map<String, Object> toJdkTypes() {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Rendered rendered : manifests) {
            Map<String, Object> lines = new LinkedHashMap<>();
            rendered.lines().forEach((pointer, line) -> lines.put(pointer, list(line)));
            files.add(Map.of("file", rendered.file(), "yaml", rendered.yaml(), "lines", lines));
        }
        List<Map<String, Object>> problems = new ArrayList<>();
        for (Finding finding : findings) {
            problems.add(Map.of(
                    "rule", finding.rule(),
                    "message", finding.message(),
                    "remedy", finding.remedy(),
                    "template", finding.place().template(),
                    "java", finding.java().map(Outcome::list).orElse(List.of())));
        }
        return Map.of(
                "protocol", Renderer.PROTOCOL, "manifests", files, "findings", problems, "traces", List.copyOf(traces));
    }

    private static List<Object> list(JavaLine line) {
        return List.of(line.className(), line.file(), line.line());
    }
}
