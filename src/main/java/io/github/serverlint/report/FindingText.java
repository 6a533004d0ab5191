package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Text of a finding, sanitized for output. */
public final class FindingText {
    private FindingText() {}

    /** Returns the message. */
    public static String sentence(Finding finding) {
        return OutputSanitizer.finding(finding.message());
    }

    /** Returns message, reason, fix and sources as one paragraph. */
    public static String paragraph(Finding finding) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(finding));
        for (String more : List.of(finding.reason(), finding.fix())) {
            if (!more.isEmpty()) {
                sentences.add(OutputSanitizer.finding(more));
            }
        }
        if (!finding.sources().isEmpty()) {
            sentences.add("Source: " + OutputSanitizer.message(String.join("; ", finding.sources())) + ".");
        }
        return String.join(" ", sentences);
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
        finding.sources().forEach(source -> lines.add("source: " + OutputSanitizer.message(source)));
        return lines;
    }
}
