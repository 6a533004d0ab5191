package io.github.serverlint.report.formats;

import static io.github.serverlint.report.ConsoleReport.counted;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output for the GitHub Actions runner: <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a>, which
 * become annotations of the changed files, and the step summary, which has room for all findings.
 */
public final class GithubReport {
    private static final int MOST_UNJUDGED = 20;
    private static final String END = "</table>\n\n";

    private GithubReport() {}

    /**
     * Returns the commands, one per line, by descending severity.
     *
     * @param quota the remaining annotations
     * @param rest where the remaining findings are shown, such as {@code the log}
     */
    public static List<String> commands(ReportModel reportModel, AnnotationQuota quota, String rest) {
        List<ReportedFinding> open = open(reportModel);
        List<String> commands = new ArrayList<>();
        for (Severity severity : Severity.GRAVEST_FIRST) {
            List<ReportedFinding> found = open.stream()
                    .filter(entry -> entry.finding().severity() == severity)
                    .toList();
            int granted = quota.take(severity, found.size());
            boolean all = granted == found.size();
            int shown = all ? granted : Math.max(0, granted - 1);
            found.stream()
                    .limit(shown)
                    .map(entry -> command(entry, reportModel))
                    .forEach(commands::add);
            if (!all && granted > 0) {
                commands.add("::" + name(severity) + " title=serverlint::"
                        + data(counted(found.size() - shown, "more " + severity.word()) + ": see " + rest));
            }
        }
        List<ReportedServer> unjudged = reportModel.unjudgedWithoutFinding();
        if (!unjudged.isEmpty() && quota.take(Severity.WARNING, 1) == 1) {
            commands.add("::warning title=serverlint::" + data(unjudged(unjudged)));
        }
        return commands;
    }

    /** Returns one line, since GitHub shows few annotations. */
    private static String unjudged(List<ReportedServer> servers) {
        int more = servers.size() - MOST_UNJUDGED;
        return counted(servers.size(), "server")
                + servers.stream()
                        .limit(MOST_UNJUDGED)
                        .map(server -> OutputSanitizer.finding("\"" + server.name() + "\", " + server.unknown()))
                        .collect(Collectors.joining("; ", " not judged, because it is not known what they run: ", ""))
                + (more > 0 ? "; and " + more + " more" : "")
                + ".";
    }

    private static String command(ReportedFinding entry, ReportModel reportModel) {
        Finding finding = entry.finding();
        Span span = finding.span();
        List<String> properties = new ArrayList<>();
        properties.add("file=" + property(reportModel.inRepository(entry.path())));
        properties.add("line=" + span.line());
        properties.add("endLine=" + span.endLine());
        if (span.line() == span.endLine()) {
            // GitHub accepts columns only if the annotation is on one line.
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
        return data(OutputSanitizer.message(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /**
     * Returns the step summary as raw HTML, in which Markdown of the user has no effect.
     *
     * @param room the maximum number of bytes
     * @return empty if there is no room at all
     */
    public static String summary(ReportModel reportModel, long room) {
        List<ReportedFinding> open = open(reportModel).stream()
                .sorted(Comparator.comparing((ReportedFinding entry) -> !entry.isViolation())
                        .thenComparing(entry -> entry.finding().severity(), Comparator.reverseOrder()))
                .toList();
        StringBuilder summary = new StringBuilder(heading(reportModel));
        if (open.isEmpty()) {
            summary.append('\n');
            return length(summary.toString()) > room ? "" : summary.toString();
        }
        summary.append("<table>\n").append(row("th", List.of("severity", "place", "rule", "finding")));
        long left = room - length(summary + moreRow(open.size()) + END);
        if (left < 0) {
            return "";
        }
        int shown = 0;
        for (ReportedFinding entry : open) {
            String row = row("td", cells(entry, reportModel));
            left -= length(row);
            if (left < 0) {
                summary.append(moreRow(open.size() - shown));
                break;
            }
            summary.append(row);
            shown++;
        }
        return summary + END;
    }

    private static String heading(ReportModel reportModel) {
        String counts = counted(reportModel.files(), "file") + ", "
                + counted(reportModel.servers(), "server") + ": "
                + ConsoleReport.found(reportModel::count, reportModel::count);
        List<ReportedServer> unjudged = reportModel.unjudgedServers();
        String where = reportModel.root().isEmpty() ? "" : " in " + reportModel.root();
        return XmlOutput.fragment(html -> html.text("h3", "serverlint" + where))
                + XmlOutput.fragment(html -> html.text("p", counts + "."))
                + (unjudged.isEmpty() ? "" : XmlOutput.fragment(html -> html.text("p", unjudged(unjudged))))
                + "\n";
    }

    private static List<String> cells(ReportedFinding entry, ReportModel reportModel) {
        Finding finding = entry.finding();
        return List.of(
                finding.severity().word(),
                reportModel.inRepository(entry.path()) + ":" + finding.span().line() + ":"
                        + finding.span().column(),
                finding.rule().id(),
                FindingText.sentence(finding)
                        + (finding.fix().isEmpty() ? "" : " " + OutputSanitizer.finding(finding.fix())));
    }

    private static String row(String kind, List<String> cells) {
        return XmlOutput.fragment(html -> html.element("tr", List.of(), row -> {
                    for (String cell : cells) {
                        row.text(kind, cell);
                    }
                }))
                + "\n";
    }

    private static String moreRow(int number) {
        return row("td", List.of("", "", "", "and " + number + " more"));
    }

    private static List<ReportedFinding> open(ReportModel reportModel) {
        return reportModel.entries().stream().filter(ReportedFinding::isOpen).toList();
    }

    private static long length(String text) {
        return text.getBytes(UTF_8).length;
    }
}
