package io.github.serverlint.report;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.ProvenanceStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Output of the goal {@code servers}: the parsed fields of each server and where they were found. */
public final class ServersReport {
    private static final List<String> HEAD =
            List.of("field", "as written", "understood as", "state", "place", "found by");
    private static final Set<String> RELEASES = Set.of(Product.WINDOWS, Product.EXCHANGE);
    /** Rare states, which are counted only where there are any. */
    private static final Set<FieldConfidence> ONLY_IF_ANY =
            Set.of(FieldConfidence.CANDIDATES, FieldConfidence.RELEASE_UNKNOWN);

    private static final String NOT_UNDERSTOOD = "not understood";
    private static final String NOTHING = "-";

    private final LintResult result;
    private final TextTable textTable = new TextTable();
    private final Map<String, Integer> counts = new HashMap<>();

    private ServersReport(LintResult result) {
        this.result = result;
    }

    /**
     * Returns all lines.
     *
     * @param checkCommand the command line of the goal {@code check}
     */
    public static List<String> lines(LintResult result, String checkCommand) {
        return new ServersReport(result).lines(checkCommand);
    }

    private List<String> lines(String checkCommand) {
        textTable.fit(HEAD);
        for (Server server : result.estate().servers()) {
            fields(server).forEach(field -> counts.merge(state(field), 1, Integer::sum));
            fields(server).stream()
                    .filter(ServersReport::hasRow)
                    .map(ServersReport::cells)
                    .forEach(textTable::fit);
        }
        List<String> lines = new ArrayList<>();
        result.estate().servers().forEach(server -> write(server, lines));
        if (!result.notices().isEmpty()) {
            lines.add("");
            lines.add("Left out or never used");
            result.notices().forEach(notice -> lines.add("  " + OutputSanitizer.message(notice.toString())));
        }
        lines.add("");
        lines.add(counted(result.files(), "file") + ", "
                + counted(result.estate().servers().size(), "server") + ", "
                + counted(counts.values().stream().mapToInt(Integer::intValue).sum(), "field")
                + ": "
                + Stream.concat(
                                Stream.of(FieldConfidence.values())
                                        .filter(state ->
                                                !ONLY_IF_ANY.contains(state) || counts.containsKey(word(state)))
                                        .map(ServersReport::word),
                                Stream.of(NOT_UNDERSTOOD).filter(counts::containsKey))
                        .map(state -> counts.getOrDefault(state, 0) + " " + state)
                        .collect(Collectors.joining(", "))
                + ". " + counted(result.notices().size(), "notice") + ".");
        if (!result.findings().isEmpty()) {
            lines.add(counted(result.findings().size(), "thing") + " could not be read or understood. What and why: "
                    + checkCommand);
        }
        return lines;
    }

    private void write(Server server, List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(OutputSanitizer.message(
                "server " + server.quoted() + " (" + server.name().place() + ")"));
        lines.add("  " + textTable.line(HEAD));
        List<String> missing = new ArrayList<>();
        for (FieldExplanation field : fields(server)) {
            if (!hasRow(field)) {
                missing.add(field.field());
                continue;
            }
            lines.add("  " + textTable.line(cells(field)));
            for (ProvenanceStep point : field.provenance()) {
                lines.add(OutputSanitizer.message("      " + point.place() + ": " + point.note()));
            }
        }
        if (!missing.isEmpty()) {
            lines.add("  not said: " + String.join(", ", missing));
        }
    }

    /**
     * Missing fields have no row, as most servers lack most fields; only a missing release is worth a row, and a value
     * that was not used.
     */
    private static boolean hasRow(FieldExplanation field) {
        return field.state() != FieldConfidence.MISSING
                || RELEASES.contains(field.field())
                || !field.detail().isEmpty();
    }

    private List<FieldExplanation> fields(Server server) {
        return FieldExplanation.of(server, result);
    }

    private static List<String> cells(FieldExplanation field) {
        boolean isMissing = field.state() == FieldConfidence.MISSING;
        String text = field.state() == FieldConfidence.UNRESOLVED ? field.detail() : field.text();
        String meaning = switch (field.state()) {
            case KNOWN, WEAK, CANDIDATES -> field.meaning();
            case AMBIGUOUS -> field.detail();
            default -> "";
        };
        return Stream.of(
                        field.field(),
                        text,
                        meaning,
                        state(field),
                        isMissing ? "" : field.place().toString(),
                        isMissing ? foundNothing(field) : field.attempt())
                .map(cell -> cell.isEmpty() ? NOTHING : OutputSanitizer.message(cell))
                .toList();
    }

    private static String foundNothing(FieldExplanation field) {
        return field.detail().isEmpty() && !field.attempt().isEmpty() ? "tried " + field.attempt() : field.detail();
    }

    /** Returns the state of a field; a text that cannot be parsed has a state of its own. */
    private static String state(FieldExplanation field) {
        return field.isUnparsed() ? NOT_UNDERSTOOD : word(field.state());
    }

    private static String word(FieldConfidence fieldConfidence) {
        return KebabCase.of(fieldConfidence);
    }
}
