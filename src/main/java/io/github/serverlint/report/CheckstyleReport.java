package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.Reported.Entry;
import io.github.serverlint.rules.RuleRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** {@code serverlint-checkstyle.xml}: the format of Checkstyle, which Jenkins and many others read. */
final class CheckstyleReport {
    private CheckstyleReport() {}

    static String render(Reported reported) {
        Map<String, List<Entry>> byFile = reported.unexcused().stream()
                .collect(Collectors.groupingBy(
                        entry -> reported.inRepository(entry.path()), LinkedHashMap::new, Collectors.toList()));
        return XmlText.document(xml -> xml.element("checkstyle", List.of("version", reported.version()), files -> {
            for (Map.Entry<String, List<Entry>> file : byFile.entrySet()) {
                files.line();
                files.element("file", List.of("name", file.getKey()), errors -> {
                    for (Entry entry : file.getValue()) {
                        write(errors, entry.finding());
                    }
                });
            }
        }));
    }

    private static void write(XmlText errors, Finding finding) throws XMLStreamException {
        errors.child(
                "error",
                List.of(
                        "line", Integer.toString(finding.span().line()),
                        "column", Integer.toString(finding.span().column()),
                        "severity",
                                finding.severity() == Severity.NOTE
                                        ? "info"
                                        : finding.severity().word(),
                        "message", FindingText.paragraph(finding),
                        // Jenkins takes what follows the last dot for the type, and what is before that for the
                        // category.
                        "source",
                                "serverlint." + RuleRegistry.group(finding.rule()) + "."
                                        + finding.rule().id()));
    }
}
