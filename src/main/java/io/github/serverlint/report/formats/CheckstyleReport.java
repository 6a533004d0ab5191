package io.github.serverlint.report.formats;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Report {@code serverlint-checkstyle.xml} in the format of <a
 * href="https://checkstyle.org/config.html">Checkstyle</a>, which Jenkins and many other tools read.
 */
public final class CheckstyleReport {
    /** The category of a problem that is about reading the definitions. */
    private static final String READING = "serverlint." + RuleRegistry.group(ParseRule.MISSING_VALUE.info()) + ".";

    private CheckstyleReport() {}

    public static String render(ReportModel reportModel) {
        Map<String, List<Problem>> byFile = new TreeMap<>();
        for (ReportedFinding entry : reportModel.unexcused()) {
            byFile.computeIfAbsent(reportModel.inRepository(entry.path()), file -> new ArrayList<>())
                    .add(Problem.of(entry.finding()));
        }
        for (ReportedServer server : reportModel.unjudgedWithoutFinding()) {
            byFile.computeIfAbsent(reportModel.inRepository(server.path()), file -> new ArrayList<>())
                    .add(Problem.of(server));
        }
        return XmlOutput.document(xml -> xml.element("checkstyle", List.of("version", reportModel.version()), files -> {
            for (Map.Entry<String, List<Problem>> file : byFile.entrySet()) {
                files.line();
                files.element("file", List.of("name", file.getKey()), errors -> {
                    for (Problem problem : file.getValue()) {
                        errors.child("error", problem.attributes());
                    }
                });
            }
        }));
    }

    /** Something at a line, with the attributes that the format has for it. */
    private record Problem(Span span, String severity, String message, String source) {
        static Problem of(Finding finding) {
            String severity = finding.severity() == Severity.NOTE
                    ? "info"
                    : finding.severity().word();
            // Jenkins uses the part after the last dot as the type, and the part before it as the category.
            String source = "serverlint." + RuleRegistry.group(finding.rule()) + "."
                    + finding.rule().id();
            return new Problem(finding.span(), severity, FindingText.paragraphWithSources(finding), source);
        }

        /** A server that is not judged; the format has nothing but problems. */
        static Problem of(ReportedServer server) {
            return new Problem(server.span(), "info", server.sentence(), READING + ReportModel.NOT_JUDGED);
        }

        List<String> attributes() {
            return List.of(
                    "line", Integer.toString(span.line()),
                    "column", Integer.toString(span.column()),
                    "severity", severity,
                    "message", message,
                    "source", source);
        }
    }
}
