package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What is said of a finding, in words that are safe to show. */
final class FindingText {
    private FindingText() {}

    /** The fault alone. */
    static String sentence(Finding finding) {
        return Printable.finding(finding.message());
    }

    /** All of it in one paragraph. */
    static String paragraph(Finding finding) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(finding));
        for (String more : List.of(finding.reason(), finding.fix())) {
            if (!more.isEmpty()) {
                sentences.add(Printable.finding(more));
            }
        }
        if (!finding.sources().isEmpty()) {
            sentences.add("Source: " + Printable.message(String.join("; ", finding.sources())) + ".");
        }
        return String.join(" ", sentences);
    }

    /** What follows the fault, each on a line of its own: why, how to mend it, who says so. */
    static List<String> explanation(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (!finding.reason().isEmpty()) {
            lines.add("why: " + Printable.finding(finding.reason()));
        }
        if (!finding.fix().isEmpty()) {
            lines.add("fix: " + Printable.finding(finding.fix()));
        }
        finding.sources().forEach(source -> lines.add("source: " + Printable.message(source)));
        return lines;
    }
}
