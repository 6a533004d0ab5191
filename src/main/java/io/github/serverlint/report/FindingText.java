package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text of a finding, sanitized for output. */
public final class FindingText {
    private FindingText() {}

    /** Returns the message. */
    public static String sentence(Finding finding) {
        return OutputSanitizer.finding(finding.message());
    }

    /** Returns message, reason and fix as one paragraph. */
    public static String paragraph(Finding finding) {
        return Stream.of(finding.message(), finding.reason(), finding.fix())
                .filter(text -> !text.isEmpty())
                .map(OutputSanitizer::finding)
                .collect(Collectors.joining(" "));
    }

    /** Returns the paragraph with the sources behind it. */
    public static String paragraphWithSources(Finding finding) {
        List<String> sources = sources(finding);
        return paragraph(finding) + (sources.isEmpty() ? "" : " Source: " + String.join("; ", sources) + ".");
    }

    public static List<String> sources(Finding finding) {
        return finding.sources().stream().map(OutputSanitizer::message).toList();
    }

    /** Returns reason, fix and sources, one per line. */
    public static List<String> explanation(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (!finding.reason().isEmpty()) {
            lines.add("why: " + OutputSanitizer.finding(finding.reason()));
        }
        if (!finding.fix().isEmpty()) {
            lines.add("fix: " + OutputSanitizer.finding(finding.fix()));
        }
        sources(finding).forEach(source -> lines.add("source: " + source));
        return lines;
    }
}
