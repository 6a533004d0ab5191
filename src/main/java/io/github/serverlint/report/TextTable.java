package io.github.serverlint.report;

import java.util.ArrayList;
import java.util.List;

/** Table of text with aligned columns. */
final class TextTable {
    private static final int GAP = 2;
    /** A longer cell shifts the rest of its own row only. */
    private static final int MAX_WIDTH = 40;

    private final List<Integer> widths = new ArrayList<>();

    /** Formats rows as a table. */
    static List<String> lines(List<List<String>> rows) {
        TextTable table = new TextTable();
        rows.forEach(table::fit);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(table.line(row)));
        return lines;
    }

    /** Widens the columns to fit a row. */
    void fit(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            int length = cells.get(i).codePointCount(0, cells.get(i).length());
            int width = length > MAX_WIDTH ? 0 : length;
            if (i == widths.size()) {
                widths.add(width);
            } else {
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
    }

    /** Formats a row as one line. */
    String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell);
            int missing = widths.get(i) - cell.codePointCount(0, cell.length());
            line.append(" ".repeat(Math.max(0, missing) + GAP));
        }
        return line.toString().stripTrailing();
    }
}
