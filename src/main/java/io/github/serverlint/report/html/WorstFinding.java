package io.github.serverlint.report.html;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Severity;
import java.util.stream.Stream;

/** Worst finding about a server, a step or several of them. */
enum WorstFinding {
    CLEAN("\u2713"),
    /** There are findings, but none counts. */
    EXCUSED("\u2013"),
    NOTE("i"),
    WARNING("!"),
    ERROR("\u2715");

    private final String symbol;

    WorstFinding(String symbol) {
        this.symbol = symbol;
    }

    static WorstFinding of(Finding finding) {
        return finding.isOpen() ? of(finding.severity()) : EXCUSED;
    }

    static WorstFinding of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }

    /** Returns the worst of some findings. */
    static WorstFinding of(Stream<Finding> findings) {
        return findings.map(WorstFinding::of).max(WorstFinding::compareTo).orElse(CLEAN);
    }

    String word() {
        return KebabCase.of(this);
    }

    /** Returns the CSS class. */
    String style() {
        return "sl-" + word();
    }

    String symbol() {
        return symbol;
    }
}
