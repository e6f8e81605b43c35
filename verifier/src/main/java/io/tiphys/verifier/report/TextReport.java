package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings for a terminal: place, message, the line itself with a caret, the Java line, who refuses it, the remedy. */
public final class TextReport {
    private static final int WIDTH = 140;
    private static final int LONGEST_LINE = 100_000;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final long LARGEST_FILE = 16L << 20;

    private final Path base;
    private final Map<String, List<String>> sources = new HashMap<>();

    /**
     * A report.
     *
     * @param base the folder that files in findings are relative to
     */
    public TextReport(Path base) {
        this.base = base;
    }

    /** The lines for one finding. */
    public List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        Finding.Place place = finding.place();
        StringBuilder head = new StringBuilder();
        if (!place.file().isEmpty()) {
            head.append(place.file());
            if (place.line() > 0) {
                head.append(':').append(place.line()).append(':').append(place.column());
            }
            head.append(' ');
        }
        head.append(finding.rule());
        if (!place.template().isEmpty()) {
            head.append(" [").append(place.template());
            head.append(place.container().isEmpty() ? "" : "/" + place.container())
                    .append(']');
        }
        head.append(' ').append(clipped(finding.message()));
        lines.add(Printable.of(head.toString()));
        excerpt(place, lines);
        finding.java()
                .ifPresent(java -> lines.add(Printable.of(
                        "    written by " + java.className() + " (" + java.file() + ":" + java.line() + ")")));
        if (!finding.refusedBy().isEmpty()) {
            lines.add("    refused by "
                    + finding.refusedBy().stream().map(RealProgram::label).collect(Collectors.joining(", ")));
        }
        finding.waiver()
                .ifPresent(waiver -> lines.add(Printable.of(
                        waiver.expires().isEmpty()
                                ? "    accepted: " + waiver.reason()
                                : "    waived until " + waiver.expires() + " by " + waiver.owner() + ": "
                                        + waiver.reason())));
        if (!finding.remedy().isEmpty()) {
            lines.add(Printable.of("    remedy: " + finding.remedy()));
        }
        return lines;
    }

    private void excerpt(Finding.Place place, List<String> lines) {
        List<String> source = source(place.file());
        if (place.line() < 1 || place.line() > source.size()) {
            return;
        }
        String line = source.get(place.line() - 1);
        String number = "    " + place.line() + " | ";
        int[] points = line.codePoints().limit(LONGEST_LINE).toArray();
        int column = place.column() - 1;
        if (column < 0 || column > points.length) {
            lines.add(Printable.of(number + new String(points, 0, Math.min(points.length, WIDTH))));
            return;
        }
        int from = Math.max(0, Math.min(column - WIDTH / 2, points.length - WIDTH));
        String lead = from > 0 ? "… " : "";
        String shown = new String(points, from, Math.min(points.length - from, WIDTH));
        lines.add(Printable.of(number + lead + shown.replace('\t', ' ')));
        lines.add(" ".repeat(number.length() - 2) + "| " + " ".repeat(lead.length() + column - from) + "^");
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_MESSAGE
                ? text
                : text.substring(0, LONGEST_MESSAGE) + " … (" + text.length() + " characters)";
    }

    private List<String> source(String file) {
        return sources.computeIfAbsent(file, name -> {
            Path path = base.resolve(name);
            try {
                boolean readable = !name.isEmpty() && Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE;
                return readable ? Files.readAllLines(path) : List.of();
            } catch (CharacterCodingException e) {
                return List.of(); // not UTF-8: the finding says so, an excerpt would not help
            } catch (IOException e) {
                return List.of();
            }
        });
    }

    /** One line for each rule, by its id: how often it is broken, and how often that is accepted. */
    public static List<String> perRule(List<Finding> findings) {
        Map<String, List<Finding>> byRule = new TreeMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        return byRule.entrySet().stream()
                .map(rule -> Printable.of("  " + rule.getKey() + ": " + summary(rule.getValue())))
                .toList();
    }

    /** One line that counts the findings that are not waived: {@code 2 errors, 1 warning}. */
    public static String summary(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding ->
                            finding.severity() == severity && finding.waiver().isEmpty())
                    .count();
            if (count > 0) {
                String noun = severity == Severity.INFO ? "note" : severity.label();
                parts.add(count + " " + noun + (count == 1 ? "" : "s"));
            }
        }
        long waived = findings.stream()
                .filter(finding -> finding.waiver().isPresent())
                .count();
        if (waived > 0) {
            parts.add(waived + " waived");
        }
        return parts.isEmpty() ? "no findings" : String.join(", ", parts);
    }
}
