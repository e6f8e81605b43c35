package io.tiphys.verifier.explain;

import io.tiphys.verifier.report.Printable;
import java.util.ArrayList;
import java.util.List;

/** Columns of text with equal width; cells that are too long are cut. */
final class TextTable {
    private static final int WIDEST = 140;
    private final int widest;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable() {
        this(WIDEST);
    }

    /** @param widest the width where cells are cut */
    TextTable(int widest) {
        this.widest = widest;
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(cell -> cut(cell, widest)).toList());
    }

    /** Text that is safe for a terminal, of bounded length. */
    static String cut(String text) {
        return cut(text, WIDEST);
    }

    private static String cut(String text, int widest) {
        String safe = Printable.of(text.strip());
        return safe.length() <= widest ? safe : safe.substring(0, widest - 1) + "…";
    }

    /** The lines, each behind the given text. */
    List<String> lines(String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
