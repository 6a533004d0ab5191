package io.github.serverlint.report.formats;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.rules.RuleRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Report {@code serverlint-checkstyle.xml} in the format of <a
 * href="https://checkstyle.org/config.html">Checkstyle</a>, which Jenkins and many other tools read.
 */
public final class CheckstyleReport {
    private CheckstyleReport() {}

    public static String render(ReportModel reportModel) {
        Map<String, List<ReportedFinding>> byFile = reportModel.unexcused().stream()
                .collect(Collectors.groupingBy(
                        entry -> reportModel.inRepository(entry.path()), LinkedHashMap::new, Collectors.toList()));
        return XmlOutput.document(xml -> xml.element("checkstyle", List.of("version", reportModel.version()), files -> {
            for (Map.Entry<String, List<ReportedFinding>> file : byFile.entrySet()) {
                files.line();
                files.element("file", List.of("name", file.getKey()), errors -> {
                    for (ReportedFinding entry : file.getValue()) {
                        write(errors, entry.finding());
                    }
                });
            }
        }));
    }

    private static void write(XmlOutput errors, Finding finding) throws XMLStreamException {
        String severity = finding.severity() == Severity.NOTE
                ? "info"
                : finding.severity().word();
        // Jenkins uses the part after the last dot as the type, and the part before it as the category.
        String source = "serverlint." + RuleRegistry.group(finding.rule()) + "."
                + finding.rule().id();
        errors.child(
                "error",
                List.of(
                        "line", Integer.toString(finding.span().line()),
                        "column", Integer.toString(finding.span().column()),
                        "severity", severity,
                        "message", FindingText.paragraph(finding),
                        "source", source));
    }
}
