package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings for a terminal: place, message, the line itself with a caret, the Java line, who refuses it, the remedy. */
public final class TextReport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_KINDS = 5;
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

    /** All findings, each with its severity, then the summary. */
    static void write(VerifyResult result, Path base, Writer writer) throws IOException {
        TextReport report = new TextReport(base);
        for (Finding finding : result.findings()) {
            for (String line : report.linesWithSeverity(finding)) {
                writer.write(line);
                writer.write('\n');
            }
        }
        writer.write(summary(result.findings()) + "\n");
    }

    /** What was judged, and what was not, in a sentence. */
    public static String objects(VerifyResult result) {
        Map<String, Integer> skipped = new TreeMap<>();
        result.documents().stream()
                .filter(document -> document.verdict() == VerifyResult.Verdict.SKIPPED)
                .forEach(document -> skipped.merge(document.kind(), 1, Integer::sum));
        int others = skipped.values().stream().mapToInt(Integer::intValue).sum();
        int judged = result.documents().size() - others;
        String kinds = skipped.entrySet().stream()
                .limit(MOST_KINDS)
                .map(kind -> kind.getValue() + " " + (kind.getKey().isEmpty() ? "without kind" : kind.getKey()))
                .collect(Collectors.joining(", "));
        String more = skipped.size() > MOST_KINDS ? ", …" : "";
        return Printable.of("Verified " + judged + (judged == 1 ? " object" : " objects")
                + (others > 0 ? ", skipped " + others + " of other kinds (" + kinds + more + ")" : "") + ".");
    }

    /** The lines for one finding, where nothing else tells its severity. */
    List<String> linesWithSeverity(Finding finding) {
        List<String> lines = new ArrayList<>(lines(finding));
        String label = finding.severity() == Severity.INFO
                ? "note"
                : finding.severity().label();
        lines.set(0, label + ": " + lines.get(0));
        return lines;
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
        lines.addAll(excerpt(place));
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

    /** The line of a place, and a caret under its column; nothing where the file cannot be read. */
    List<String> excerpt(Finding.Place place) {
        List<String> source = source(place.file());
        if (place.line() < 1 || place.line() > source.size()) {
            return List.of();
        }
        String line = source.get(place.line() - 1);
        String number = "    " + place.line() + " | ";
        int[] points = line.codePoints().limit(LONGEST_LINE).toArray();
        int column = place.column() - 1;
        if (column < 0 || column > points.length) {
            return List.of(number + shown(points, 0, Math.min(points.length, WIDTH)));
        }
        int from = Math.max(0, Math.min(column - WIDTH / 2, points.length - WIDTH));
        String before = (from > 0 ? "… " : "") + shown(points, from, column);
        String after = shown(points, column, Math.min(points.length, from + WIDTH));
        String caret = " ".repeat(number.length() - 2) + "| " + " ".repeat(Columns.of(before)) + "^";
        return List.of(number + before + after, caret);
    }

    private static String shown(int[] points, int from, int to) {
        return Printable.of(new String(points, from, to - from).replace('\t', ' '));
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_MESSAGE
                ? text
                : text.substring(0, LONGEST_MESSAGE) + " … (" + text.length() + " characters)";
    }

    private List<String> source(String file) {
        return sources.computeIfAbsent(file, name -> {
            try {
                Path path = base.resolve(name);
                boolean readable = !name.isEmpty() && Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE;
                List<String> lines = readable ? Files.readAllLines(path) : List.of();
                if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
                    lines.set(0, lines.get(0).substring(BYTE_ORDER_MARK.length()));
                }
                return lines;
            } catch (CharacterCodingException e) {
                return List.of(); // not UTF-8: the finding says so, an excerpt would not help
            } catch (IOException | InvalidPathException e) {
                return List.of(); // the locale's encoding may have no letters for the name
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
