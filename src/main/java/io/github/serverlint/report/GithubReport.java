package io.github.serverlint.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.Reported.Entry;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the runner of GitHub reads: workflow commands, which become annotations of the changed files, and the summary of a
 * step, where there is room for all findings.
 */
public final class GithubReport {
    private static final String END = "</table>\n\n";

    private GithubReport() {}

    /**
     * The commands, the gravest first, each a line of its own.
     *
     * @param quota what GitHub still takes
     * @param rest where those are that it does not take, such as {@code the log}
     */
    public static List<String> commands(Reported reported, AnnotationQuota quota, String rest) {
        List<Entry> open = open(reported);
        List<String> commands = new ArrayList<>();
        for (Severity severity : Severity.GRAVEST_FIRST) {
            List<Entry> found = open.stream()
                    .filter(entry -> entry.finding().severity() == severity)
                    .toList();
            int granted = quota.take(severity, found.size());
            boolean all = granted == found.size();
            int shown = all ? granted : Math.max(0, granted - 1);
            found.stream().limit(shown).map(entry -> command(entry, reported)).forEach(commands::add);
            if (!all && granted > 0) {
                commands.add("::" + name(severity) + " title=serverlint::"
                        + data(ConsoleReport.counted(found.size() - shown, "more " + severity.word()) + ": see "
                                + rest));
            }
        }
        return commands;
    }

    private static String command(Entry entry, Reported reported) {
        Finding finding = entry.finding();
        Span span = finding.span();
        List<String> properties = new ArrayList<>();
        properties.add("file=" + property(reported.inRepository(entry.path())));
        properties.add("line=" + span.line());
        properties.add("endLine=" + span.endLine());
        if (span.line() == span.endLine()) {
            // Of several lines GitHub takes no columns.
            properties.add("col=" + span.column());
            properties.add("endColumn=" + span.endColumn());
        }
        properties.add("title=" + property(finding.rule().id()));
        String text = Stream.concat(Stream.of(FindingText.sentence(finding)), FindingText.explanation(finding).stream())
                .collect(Collectors.joining("\n"));
        return "::" + name(finding.severity()) + " " + String.join(",", properties) + "::" + data(text);
    }

    private static String name(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String property(String text) {
        return data(Printable.message(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /**
     * The summary, as raw HTML in which no Markdown of the user's has a meaning.
     *
     * @param room how many bytes it may take
     * @return empty if there is no room at all
     */
    public static String summary(Reported reported, long room) {
        List<Entry> open = open(reported).stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.isViolation())
                        .thenComparing(entry -> entry.finding().severity(), Comparator.reverseOrder()))
                .toList();
        StringBuilder summary = new StringBuilder(heading(reported));
        if (open.isEmpty()) {
            summary.append('\n');
            return length(summary.toString()) > room ? "" : summary.toString();
        }
        summary.append("<table>\n").append(row("th", List.of("severity", "place", "rule", "finding")));
        long left = room - length(summary + more(open.size()) + END);
        if (left < 0) {
            return "";
        }
        int shown = 0;
        for (Entry entry : open) {
            String row = row("td", cells(entry, reported));
            left -= length(row);
            if (left < 0) {
                summary.append(more(open.size() - shown));
                break;
            }
            summary.append(row);
            shown++;
        }
        return summary + END;
    }

    private static String heading(Reported reported) {
        String counts = ConsoleReport.counted(reported.files(), "file") + ", "
                + ConsoleReport.counted(reported.servers(), "server") + ": "
                + ConsoleReport.found(reported::count, reported::count);
        String where = reported.root().isEmpty() ? "" : " in " + reported.root();
        return XmlText.fragment(html -> html.text("h3", "serverlint" + where))
                + XmlText.fragment(html -> html.text("p", counts + "."))
                + "\n";
    }

    private static List<String> cells(Entry entry, Reported reported) {
        Finding finding = entry.finding();
        return List.of(
                finding.severity().word(),
                reported.inRepository(entry.path()) + ":" + finding.span().line() + ":"
                        + finding.span().column(),
                finding.rule().id(),
                FindingText.sentence(finding)
                        + (finding.fix().isEmpty() ? "" : " " + Printable.finding(finding.fix())));
    }

    private static String row(String kind, List<String> cells) {
        return XmlText.fragment(html -> html.element("tr", List.of(), row -> {
                    for (String cell : cells) {
                        row.text(kind, cell);
                    }
                }))
                + "\n";
    }

    private static String more(int number) {
        return row("td", List.of("", "", "", "and " + number + " more"));
    }

    private static List<Entry> open(Reported reported) {
        return reported.entries().stream()
                .filter(entry -> entry.finding().isOpen())
                .toList();
    }

    private static long length(String text) {
        return text.getBytes(UTF_8).length;
    }
}
